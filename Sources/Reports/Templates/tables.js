// Tables: sorting, searching, copying, downloading, links to single numbers.
function sortKey(row, column) {
  var cell = row.cells[column];
  var value = cell.getAttribute("data-v") || cell.getAttribute("data-s");
  return { number: value === null ? NaN : parseFloat(value), text: cell.textContent.trim() };
}

// «n. 2» before «n. 14», as the pages list them.
var names = new Intl.Collator(language, { numeric: true });

function sortRows(table, column, ascending) {
  var rows = list(table.tBodies[0].rows).map(function (row, index) {
    return { row: row, key: sortKey(row, column), index: index };
  });
  var numeric = rows.some(function (r) { return !isNaN(r.key.number); });
  rows.sort(function (a, b) {
    var order;
    if (numeric) {
      // What has no value stays at the end, in whichever direction.
      var missingA = isNaN(a.key.number), missingB = isNaN(b.key.number);
      if (missingA !== missingB) { return missingA ? 1 : -1; }
      order = missingA ? 0 : a.key.number - b.key.number;
    } else {
      order = names.compare(a.key.text, b.key.text);
    }
    return (ascending ? order : -order) || a.index - b.index;
  });
  rows.forEach(function (r) { table.tBodies[0].appendChild(r.row); });
}

function makeSortable(table) {
  var heads = list(table.tHead.rows[0].cells);
  heads.forEach(function (head, column) {
    var sorter = make("button", { type: "button", "class": "sort" });
    while (head.firstChild) { sorter.appendChild(head.firstChild); }
    head.appendChild(sorter);
    sorter.addEventListener("click", function () {
      var ascending = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortRows(table, column, ascending);
    });
  });
}

// Cells as text and numbers: numbers as shown, without unit and thousands, so that a spreadsheet takes
// them as such. A text that a spreadsheet would take for a formula is kept a text.
function tableRows(table) {
  // Blanks that keep a line together are for the page alone.
  function written(cell) { return cell.textContent.trim().replace(/\u00a0/g, " "); }
  var heads = list(table.tHead.rows[0].cells).map(written);
  var rows = list(table.tBodies[0].rows).filter(function (row) { return !row.hidden; }).map(function (row) {
    return list(row.cells).map(function (cell) {
      var text = written(cell);
      if (cell.hasAttribute("data-v")) {
        return text.replace(/[ %€]|\[p\]/g, "").replace("\u2212", "-")
          .split(language === "it" ? "." : ",").join("");
      }
      return /^[=+@\t-]/.test(text) ? "'" + text : text;
    });
  });
  return [heads].concat(rows);
}

function separated(rows, sign) {
  return rows.map(function (row) {
    return row.map(function (cell) {
      return cell.indexOf(sign) < 0 && !/["\n]/.test(cell) ? cell : '"' + cell.replace(/"/g, '""') + '"';
    }).join(sign);
  }).join("\r\n") + "\r\n";
}

function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['’]/g, " ");
}

function searchField(label, act) {
  var field = make("label", { "class": "find" }, label + " ");
  var input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  function search() { act(fold(input.value).trim().split(/\s+/)); }
  input.addEventListener("input", search);
  // Not every browser empties it.
  field.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && input.value) { event.preventDefault(); clear(); }
  });
  function clear() { input.value = ""; search(); input.focus(); }
  field.clear = clear;
  field.appendChild(input);
  return field;
}

function addTools(table) {
  var body = table.tBodies[0];
  if (body.rows.length < 2 || !table.querySelector("td.n")) { return; }
  var tools = make("div", { "class": "tools" });
  if (body.rows.length > 11) {
    tools.appendChild(searchField(words.filter, function (terms) {
      var shown = 0;
      list(body.rows).forEach(function (row) {
        var text = fold(row.textContent);
        row.hidden = !terms.every(function (term) { return text.indexOf(term) >= 0; });
        if (!row.hidden) { shown += 1; }
      });
      say(words.rows.replace("{0}", shown).replace("{1}", body.rows.length));
    }));
  }
  tools.appendChild(button(words.copy, function () { copy(separated(tableRows(table), "\t")); }));
  tools.appendChild(button(words.csv, function () {
    save(table.id.replace(/^t-/, "") + ".csv",
      "\ufeff" + separated(tableRows(table), language === "it" ? ";" : ","), "text/csv");
  }));
  if (table.querySelector("[id*='~'],[data-id]")) {
    tools.appendChild(button(words.link, function (self) {
      list(table.querySelectorAll("td[id*='~'],td[data-id]")).forEach(function (cell) {
        var link = make("a", { href: "#" + encodeURIComponent(cell.id || cell.getAttribute("data-id")) });
        while (cell.firstChild) { link.appendChild(cell.firstChild); }
        cell.appendChild(link);
      });
      // The focus goes on where the button leaves it.
      table.querySelector("td a[href*='~']").focus({ preventScroll: true });
      self.remove();
      say(words.linked);
    }));
  }
  table.parentElement.parentElement.insertBefore(tools, table.parentElement);
}

list(document.querySelectorAll("table")).forEach(function (table) {
  addTools(table);
  if (table.hasAttribute("data-sortable")) { makeSortable(table); }
});
