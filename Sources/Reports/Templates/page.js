// What every page can do besides being read. Everything here is an addition: without it the page is
// complete. The parts are put together inside one function; the words come from the page itself.
var root = document.documentElement;
var language = root.lang;
var words = JSON.parse(document.getElementById("testi").textContent);

function list(things) { return Array.prototype.slice.call(things); }

function make(tag, attributes, text) {
  var element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  if (text) { element.textContent = text; }
  return element;
}

function button(text, act) {
  var element = make("button", { type: "button", "class": "act" }, text);
  element.addEventListener("click", function () { act(element); });
  return element;
}

// Said to those who listen to the page; one place, so that nothing is said twice.
var live = make("p", { "class": "hidden", role: "status" });
document.querySelector("main").appendChild(live);
function say(text) { live.textContent = text; }

function save(name, content, type) {
  var link = make("a", {
    download: name,
    href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: type }))
  });
  link.click();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  say(words.saved.replace("{0}", name));
}

function copy(text) {
  var done = function () { say(words.copied); };
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(text).then(done, function () { copyByHand(text); done(); });
  } else {
    copyByHand(text);
    done();
  }
}

function copyByHand(text) {
  var area = make("textarea", { "class": "hidden" });
  area.value = text;
  document.body.appendChild(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

// Light or dark, whatever the device says; remembered where the browser allows it.
(function () {
  // Who has the system choose every colour has chosen already.
  if (matchMedia("(forced-colors:active)").matches) { return; }
  function stored(value) {
    try {
      if (value === undefined) { return localStorage.getItem("tavolo-aspetto"); }
      localStorage.setItem("tavolo-aspetto", value);
    } catch (error) { return null; }
    return value;
  }
  function isDark() {
    return (root.dataset.theme || (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light")) === "dark";
  }
  var saved = stored();
  if (saved === "dark" || saved === "light") { root.dataset.theme = saved; }
  var toggle = make("button", { type: "button", "class": "theme" });
  function name() { toggle.textContent = isDark() ? words.light : words.dark; }
  toggle.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    stored(root.dataset.theme);
    name();
  });
  name();
  document.querySelector(".bar").appendChild(toggle);
})();

// Without a script, and on paper, nothing is folded away; with one a reader unfolds what is wanted.
list(document.querySelectorAll("details:not([data-open])")).forEach(function (details) {
  details.open = false;
});

// A link to a number: its id after the #. What hides it is opened.
function reveal() {
  var id = decodeURIComponent(location.hash.slice(1));
  var target = id && document.getElementById(id);
  if (!target) { return; }
  for (var up = target.parentElement; up; up = up.parentElement) {
    if (up.tagName === "DETAILS") { up.open = true; }
    up.hidden = false;
  }
  if (id.indexOf("~") > 0) {
    target.setAttribute("tabindex", "-1");
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }
}
window.addEventListener("hashchange", reveal);
reveal();

// On paper nothing is folded away.
window.addEventListener("beforeprint", function () {
  list(document.querySelectorAll("details")).forEach(function (details) { details.open = true; });
  list(document.querySelectorAll("main [hidden]")).forEach(function (part) { part.hidden = false; });
});
