// Finding a page among the lists of the portal; comparing two rows of a table.
list(document.querySelectorAll("[data-find]")).forEach(function (finder) {
  var links = list(finder.querySelectorAll("a"));
  var found = make("ul", { "class": "found", hidden: "" });
  var field = searchField(words.search, function (terms) {
    var isEmpty = terms.length === 1 && terms[0] === "";
    found.textContent = "";
    var matches = isEmpty ? [] : links.filter(function (link) {
      var text = fold(link.textContent + " " + link.closest("details").firstChild.textContent);
      return terms.every(function (term) { return text.indexOf(term) >= 0; });
    });
    matches.slice(0, 20).forEach(function (link) {
      var item = make("li");
      item.appendChild(link.cloneNode(true));
      found.appendChild(item);
    });
    found.hidden = !matches.length;
    list(finder.querySelectorAll("details")).forEach(function (group) { group.hidden = !isEmpty; });
    if (!isEmpty) { say(words.results.replace("{0}", matches.length)); }
  });
  found.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { field.clear(); }
  });
  finder.insertBefore(found, finder.firstChild);
  finder.insertBefore(field, found);
});

// The rule of the sentences: what overlaps is not told apart.
function standing(a, b) {
  var x = a.getAttribute("data-v"), y = b.getAttribute("data-v");
  if (x === null || y === null) { return words.noComparison; }
  var i = a.getAttribute("data-i"), j = b.getAttribute("data-i");
  if (i === null || j === null) { return words.unjudged; }
  i = i.split(" ").map(parseFloat);
  j = j.split(" ").map(parseFloat);
  return i[0] > j[1] ? words.higher : i[1] < j[0] ? words.lower : words.indistinct;
}

list(document.querySelectorAll("table[data-compare]")).forEach(function (table) {
  var rows = list(table.tBodies[0].rows);
  var heads = list(table.tHead.rows[0].cells).map(function (head) { return head.textContent.trim(); });
  if (rows.length < 2) { return; }
  var box = make("div", { "class": "compare" });
  box.appendChild(make("h2", {}, words.compare));
  var choices = [0, 1].map(function (chosen) {
    var label = make("label", { "class": "find" }, (chosen ? words.second : words.first) + " ");
    var select = make("select");
    rows.forEach(function (row) { select.appendChild(make("option", {}, row.cells[0].textContent.trim())); });
    select.selectedIndex = chosen;
    select.addEventListener("change", draw);
    label.appendChild(select);
    box.appendChild(label);
    return select;
  });
  var frame = make("div", { "class": "scroll", role: "region", tabindex: "0", "aria-label": words.compare });
  box.appendChild(frame);
  function draw() {
    var pair = choices.map(function (select) { return rows[select.selectedIndex]; });
    var result = make("table"), head = make("tr"), body = make("tbody");
    [words.indicator].concat(pair.map(function (row) { return row.cells[0].textContent.trim(); }), words.standing)
      .forEach(function (text) { head.appendChild(make("th", { scope: "col" }, text)); });
    heads.slice(1).forEach(function (name, column) {
      var a = pair[0].cells[column + 1], b = pair[1].cells[column + 1], line = make("tr");
      line.appendChild(make("th", { scope: "row" }, name));
      [a, b].forEach(function (cell) {
        var shown = cell.cloneNode(true);
        shown.removeAttribute("id");
        line.appendChild(shown);
      });
      line.appendChild(make("td", {}, a.id || a.hasAttribute("data-id") || b.id || b.hasAttribute("data-id") ? standing(a, b) : ""));
      body.appendChild(line);
    });
    var top = make("thead");
    top.appendChild(head);
    result.appendChild(top);
    result.appendChild(body);
    frame.textContent = "";
    frame.appendChild(result);
  }
  draw();
  var section = table.closest("section");
  section.parentElement.insertBefore(box, section);
});
