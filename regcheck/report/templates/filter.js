// Shows only the findings whose severity and kind are ticked, here and in the table above.
(() => {
  const form = document.querySelector(".filter");
  const status = document.querySelector(".shown");
  const items = [...document.querySelectorAll("[data-level]")];
  const total = document.querySelectorAll("article[data-level]").length;
  const ticked = (name) =>
    new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  const apply = () => {
    const levels = ticked("level");
    const codes = ticked("code");
    for (const item of items) {
      item.hidden = !(levels.has(item.dataset.level) && codes.has(item.dataset.code));
    }
    const shown = document.querySelectorAll("article[data-level]:not([hidden])").length;
    status.hidden = shown === total;
    status.textContent = status.dataset.text.replace("{n}", shown).replace("{total}", total);
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply(); // a browser may restore ticks from the last visit
})();
