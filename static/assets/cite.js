// Buttons to copy a citation and to save it as a file. The texts can be read and marked without them.
for (const text of document.querySelectorAll(".story-cite pre[data-file]")) {
  const tools = document.createElement("p");
  tools.className = "citation-tools";

  const save = document.createElement("a");
  save.textContent = "حفظ";
  save.download = text.dataset.file;
  save.href = "#";
  save.addEventListener("pointerdown", prepare);
  save.addEventListener("focus", prepare);
  tools.append(save);

  if (navigator.clipboard) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = "نسخ";
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      copy.textContent = "نُسخ";
      setTimeout(() => { copy.textContent = "نسخ"; }, 2000);
    });
    tools.append(copy);
  }
  text.after(tools);

  function prepare() {
    if (save.getAttribute("href") === "#") {
      save.href = URL.createObjectURL(new Blob([text.textContent], { type: "text/plain;charset=utf-8" }));
    }
  }
}
