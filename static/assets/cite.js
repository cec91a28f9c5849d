// Buttons to copy a citation and to save it as a file. The texts can be read and marked without them.
const block = document.querySelector(".story-cite");
for (const text of block.querySelectorAll("pre[data-file]")) {
  const tools = document.createElement("p");
  tools.className = "citation-tools";

  const save = document.createElement("a");
  save.textContent = block.dataset.save;
  save.download = text.dataset.file;
  save.href = "#";
  for (const event of ["pointerdown", "focus"]) save.addEventListener(event, prepare);
  tools.append(save);

  if (navigator.clipboard) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = block.dataset.copy;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      copy.textContent = block.dataset.done;
      setTimeout(() => { copy.textContent = block.dataset.copy; }, 2000);
    });
    tools.append(copy);
  }
  text.after(tools);

  // Only for who is about to ask for it: a page has three of these.
  function prepare() {
    if (save.getAttribute("href") === "#") {
      save.href = URL.createObjectURL(new Blob([text.textContent], { type: "text/plain;charset=utf-8" }));
    }
  }
}
