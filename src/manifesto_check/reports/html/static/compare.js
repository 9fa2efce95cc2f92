/* The comparison: sort the themes of the heat map, choose parties, open what a link leads to. */
"use strict";
(function () {
  const map = document.querySelector("[data-map]");
  const heads = map ? Array.from(map.querySelectorAll("th[data-sort]")) : [];
  const sortBy = (head) => {
    const party = head.dataset.sort;
    for (const body of map.tBodies) {
      const rows = Array.from(body.querySelectorAll("tr[data-theme-row]"));
      const value = (row) =>
        party
          ? -Number(Array.from(row.cells).find((cell) => cell.dataset.party === party).dataset.value)
          : Number(row.dataset.themeRow);
      rows.sort((one, other) => value(one) - value(other) || one.dataset.themeRow - other.dataset.themeRow);
      body.append(...rows);
    }
    for (const other of heads) other.removeAttribute("aria-sort");
    if (party) head.setAttribute("aria-sort", "descending");
  };
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = head.dataset.label;
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head));
    head.append(button);
  }

  /* A click on a cell of the heat map does what the link of its row does. */
  if (map) {
    map.addEventListener("click", (event) => {
      const cell = event.target.closest("td.heat");
      const link = cell && cell.closest("tr").querySelector("th a");
      if (link) link.click();
    });
  }

  /* A hidden party takes its column, quotes and claims with it. What it said no longer counts for
     "all", "some" and "none"; what was computed with it stays, and a note says so. */
  const form = document.querySelector("[data-parties]");
  if (form && form.querySelectorAll("input").length > 2) {
    const parts = Array.from(document.querySelectorAll("main [data-party]"));
    const fields = Array.from(form.querySelectorAll("input"));
    const note = document.querySelector("[data-hidden-note]");
    const items = Array.from(document.querySelectorAll("[data-item]"));
    const label = (item) => {
      const cells = Array.from(item.querySelectorAll(".cell:not([hidden])"));
      const found = cells.filter((cell) => "found" in cell.dataset).length;
      item.dataset.who = !found ? "none" : found === cells.length ? "all" : "some";
      const only = item.querySelector("summary strong:not([hidden])");
      item.dataset.alone = !only ? "no" : only.classList.contains("maybe") ? "maybe" : "yes";
    };
    const apply = () => {
      const chosen = new Set(
        fields.filter((field) => field.checked).map((field) => field.value)
      );
      for (const part of parts) part.hidden = !chosen.has(part.dataset.party);
      items.forEach(label);
      if (heads.some((head) => head.hidden && head.hasAttribute("aria-sort"))) sortBy(heads[0]);
      const names = fields.filter((field) => !field.checked).map((field) => field.parentElement.textContent.trim());
      note.textContent = names.length ? note.dataset.text.replace("{parties}", () => names.join(", ")) : "";
      document.dispatchEvent(new Event("parts"));
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", apply);
    apply();
  }

})();
