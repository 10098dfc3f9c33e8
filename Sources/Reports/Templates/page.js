(function () {
  "use strict";
  var language = document.documentElement.lang;
  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.getAttribute("data-v");
    return { number: value === null ? NaN : parseFloat(value), text: cell.textContent.trim() };
  }
  function sort(table, column, ascending) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row, index) {
      return { row: row, key: key(row, column), index: index };
    });
    var numeric = rows.some(function (r) { return !isNaN(r.key.number); });
    rows.sort(function (a, b) {
      var order;
      if (numeric) {
        var missingA = isNaN(a.key.number), missingB = isNaN(b.key.number);
        if (missingA !== missingB) { return missingA ? 1 : -1; }
        order = missingA ? 0 : a.key.number - b.key.number;
      } else {
        order = a.key.text.localeCompare(b.key.text, language);
      }
      return (ascending ? order : -order) || a.index - b.index;
    });
    rows.forEach(function (r) { body.appendChild(r.row); });
  }
  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) { button.appendChild(head.firstChild); }
      head.appendChild(button);
      button.addEventListener("click", function () {
        var ascending = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        sort(table, column, ascending);
      });
    });
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  });
})();
