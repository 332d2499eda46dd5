"use strict";
(() => {
  const table = document.getElementById("accounts-table");
  if (table) {
    makeSortable(table);
    makeFilterable(table);
  }
  unfoldForPrint();

  function makeSortable(table) {
    const heads = [...table.querySelectorAll("th[data-column]")];
    for (const head of heads) {
      // Not a button element: browsers leave those out of the head that they repeat on every printed page.
      const button = document.createElement("span");
      button.setAttribute("role", "button");
      button.tabIndex = 0;
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => sortBy(head));
      button.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        sortBy(head);
      });
    }

    // Figures start with the largest, names with the first; a second click turns the order round.
    function sortBy(head) {
      const numeric = head.dataset.sort === "number";
      const before = head.getAttribute("aria-sort");
      const ascending = before === "none" ? !numeric : before === "descending";
      for (const other of heads) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sort(table.tBodies[0], Number(head.dataset.column), numeric, ascending ? 1 : -1);
    }
  }

  // Rows without a figure come last in either direction; equal rows keep their order.
  function sort(body, column, numeric, sign) {
    const names = new Intl.Collator("en", { numeric: true });
    const keyed = [...body.rows].map((row) => {
      const text = row.cells[column].textContent;
      return { row, key: numeric ? toNumber(text) : text };
    });
    keyed.sort((a, b) => {
      if (!numeric) return sign * names.compare(a.key, b.key);
      if (Number.isNaN(a.key) || Number.isNaN(b.key)) return Number.isNaN(a.key) - Number.isNaN(b.key);
      return a.key === b.key ? 0 : sign * (a.key < b.key ? -1 : 1);
    });
    body.append(...keyed.map((entry) => entry.row));
  }

  // An interval sorts by its lower end, which is where parsing stops.
  function toNumber(text) {
    return Number.parseFloat(text.replaceAll(",", "").replace("∞", "Infinity"));
  }

  function makeFilterable(table) {
    const box = document.getElementById("accounts-filter");
    const input = document.getElementById("accounts-filter-text");
    const count = document.getElementById("accounts-filter-count");
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, name: row.cells[0].textContent.toLowerCase() }));
    const all = count.textContent;
    box.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let shown = 0;
      for (const { row, name } of rows) {
        row.hidden = !name.includes(wanted);
        if (!row.hidden) shown += 1;
      }
      count.textContent = wanted === "" ? all : `${shown.toLocaleString("en")} of ${all}`;
    });
  }

  function unfoldForPrint() {
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll("details:not([open])")];
      for (const details of folded) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of folded) details.open = false;
    });
  }
})();
