// Charts: what each mark says, by pointer and by keys; table in place of the picture; SVG and PNG.
var tip = make("div", { "class": "tip", hidden: "" });
document.body.appendChild(tip);

// A page that scrolls under a resting pointer also says that the pointer enters what comes under it: only
// a pointer that moved may take the place of the value the keys have reached.
var pointer = {};
["pointermove", "pointerdown"].forEach(function (name) {
  document.addEventListener(name, function (event) { pointer = { x: event.clientX, y: event.clientY }; });
});
function hasMoved(event) { return event.clientX !== pointer.x || event.clientY !== pointer.y; }

function hideTip() {
  tip.hidden = true;
  list(document.querySelectorAll(".p.now")).forEach(function (mark) { mark.classList.remove("now"); });
}

function showTip(mark, aloud) {
  hideTip();
  mark.classList.add("now");
  tip.textContent = mark.getAttribute("data-t");
  tip.hidden = false;
  var box = mark.getBoundingClientRect();
  var left = Math.min(Math.max(8, box.left + box.width / 2 - tip.offsetWidth / 2), root.clientWidth - tip.offsetWidth - 8);
  var above = box.top - tip.offsetHeight - 6;
  tip.style.left = left + scrollX + "px";
  tip.style.top = (above < 0 ? box.bottom + 6 : above) + scrollY + "px";
  if (aloud) { say(tip.textContent); }
}

function makeLive(figure) {
  var svg = figure.querySelector("svg"), frame = svg.parentElement;
  var marks = list(svg.querySelectorAll(".p"));
  marks.forEach(function (mark) {
    var title = mark.querySelector("title");
    mark.setAttribute("data-t", title.textContent);
    title.remove();
    mark.addEventListener("pointerenter", function (event) {
      if (hasMoved(event)) { showTip(mark, false); }
    });
    mark.addEventListener("pointerleave", function (event) {
      if (hasMoved(event)) { hideTip(); }
    });
  });
  if (!marks.length) { return; }
  var hint = make("p", { "class": "hint", id: svg.getAttribute("aria-labelledby").split(" ")[0] + "-h" }, words.keys);
  figure.appendChild(hint);
  frame.setAttribute("aria-describedby", hint.id);
  var place = -1;
  frame.addEventListener("keydown", function (event) {
    var steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === "Escape") { hideTip(); place = -1; return; }
    if (event.key === "Home") { place = 0; }
    else if (event.key === "End") { place = marks.length - 1; }
    else if (steps[event.key]) {
      place = place < 0 && steps[event.key] < 0 ? marks.length - 1
        : Math.min(Math.max(place + steps[event.key], 0), marks.length - 1);
    } else { return; }
    event.preventDefault();
    marks[place].scrollIntoView({ block: "nearest", inline: "nearest" });
    showTip(marks[place], true);
  });
  frame.addEventListener("blur", function () { hideTip(); place = -1; });
}

// The picture alone: its own colours on white, a font every program has.
function pictureOf(svg) {
  var copied = svg.cloneNode(true), box = svg.viewBox.baseVal;
  copied.setAttribute("width", box.width);
  copied.setAttribute("height", box.height);
  copied.setAttribute("font-family", "sans-serif");
  list(copied.querySelectorAll(".p")).forEach(function (mark) {
    var title = document.createElementNS(svg.namespaceURI, "title");
    title.textContent = mark.getAttribute("data-t");
    mark.removeAttribute("data-t");
    mark.insertBefore(title, mark.firstChild);
  });
  var paper = document.createElementNS(svg.namespaceURI, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", "#fff");
  copied.insertBefore(paper, copied.children[2] || null);
  return new XMLSerializer().serializeToString(copied);
}

function savePNG(svg, name) {
  var image = new Image(), box = svg.viewBox.baseVal;
  image.onload = function () {
    var canvas = make("canvas", { width: box.width * 2, height: box.height * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(function (blob) { save(name + ".png", blob); }, "image/png");
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(pictureOf(svg));
}

function addPictureTools(figure) {
  var svg = figure.querySelector("svg"), frame = svg.parentElement;
  var name = svg.getAttribute("aria-labelledby").split(" ")[0].replace(/-t$/, "");
  var tools = make("div", { "class": "tools" });
  var data = figure.nextElementSibling;
  while (data && data.tagName !== "DETAILS") { data = data.nextElementSibling; }
  if (data) {
    tools.appendChild(button(words.table, function (self) {
      frame.hidden = !frame.hidden;
      data.open = frame.hidden;
      self.textContent = frame.hidden ? words.chart : words.table;
    }));
  }
  tools.appendChild(button("SVG", function () { save(name + ".svg", pictureOf(svg), "image/svg+xml"); }));
  tools.appendChild(button("PNG", function () { savePNG(svg, name); }));
  list(tools.children).slice(-2).forEach(function (act) {
    act.setAttribute("aria-label", words.picture.replace("{0}", act.textContent));
  });
  figure.appendChild(tools);
}

document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hideTip(); } });
list(document.querySelectorAll("figure")).forEach(function (figure) {
  if (figure.querySelector("svg")) {
    addPictureTools(figure);
    makeLive(figure);
  }
});
