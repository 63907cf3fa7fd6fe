// Puts each of PAGES into a frame, waits for its fonts, and writes down what is wrong with it at each width.
// Layout: every line of text lies inside its own box, the boxes around it and the page, and on no other line.

const near = 1.5;

// What elements look like is asked once for each of them: a page has thousands, in each other.
function remembered(ask) {
  const known = new WeakMap();
  return (element) => {
    if (!known.has(element)) known.set(element, ask(element));
    return known.get(element);
  };
}

function unseen() {
  const isUnseen = remembered((element) => {
    const style = getComputedStyle(element);
    if (style.clipPath === "inset(50%)" || style.display === "none" || style.visibility === "hidden") return true;
    if (element.matches("title, style, desc")) return true;
    return element.parentElement ? isUnseen(element.parentElement) : false;
  });
  return isUnseen;
}

function* ancestors(element) {
  for (let one = element; one; one = one.parentElement) yield one;
}

function boxOf(element) {
  for (const one of ancestors(element)) {
    const { display } = getComputedStyle(one);
    if (display !== "inline" && display !== "contents") return one;
  }
  return element.ownerDocument.documentElement;
}

function* lines(doc) {
  const isUnseen = unseen();
  const boxAround = remembered(boxOf);
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const range = doc.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || isUnseen(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 0.5 && rect.height > 0.5) yield { node, rect, box: boxAround(node.parentElement) };
    }
  }
}

function placeOf(line) {
  const { rect, node, box } = line;
  const at = [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(" ");
  return `“${node.data.trim().slice(0, 30)}” in ${box.localName}.${box.getAttribute("class") || ""} at ${at}`;
}

function outside(inner, outer) {
  return inner.left < outer.left - near || inner.right > outer.right + near;
}

function within(inner, outer) {
  return !outside(inner, outer) && inner.top >= outer.top - near && inner.bottom <= outer.bottom + near;
}

function layout(doc) {
  const found = [];
  const root = doc.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
  const every = [...lines(doc)];
  for (const line of every) {
    const box = line.box.getBoundingClientRect();
    if (outside(line.rect, box)) found.push(`outside of its box: ${placeOf(line)}`);
    if (line.box.namespaceURI.endsWith("svg") === false && line.rect.bottom > box.bottom + 6) {
      found.push(`below its box: ${placeOf(line)}`);
    }
    const picture = line.node.parentElement.closest("svg");
    if (picture && !within(line.rect, picture.getBoundingClientRect())) {
      found.push(`outside of the picture: ${placeOf(line)}`);
    }
    const scroll = line.node.parentElement.closest(".scroll");
    if (outside(line.rect, { left: 0, right: scroll ? scroll.scrollWidth + 40 : root.clientWidth })) {
      found.push(`outside of the page: ${placeOf(line)}`);
    }
  }
  return found.concat(meetings(every));
}

function meetings(every) {
  const found = [];
  const sizeOf = remembered((element) => parseFloat(getComputedStyle(element).fontSize));
  const byTop = every.slice().sort((a, b) => a.rect.top - b.rect.top);
  const cores = byTop.map(({ rect, node }) => core(rect, sizeOf(node.parentElement)));
  byTop.forEach((line, at) => {
    const one = cores[at];
    for (let after = at + 1; after < byTop.length && byTop[after].rect.top < line.rect.bottom; after++) {
      const other = cores[after];
      const over = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (over > near && high > near && byTop[after].node !== line.node) {
        found.push(`on another line: ${placeOf(line)} and ${placeOf(byTop[after])}`);
      }
    }
  });
  return found;
}

// What a line of text fills with letters: a line's box reaches further up and down.
function core(rect, size) {
  const middle = (rect.top + rect.bottom) / 2;
  return { left: rect.left, right: rect.right, top: middle - size * 0.45, bottom: middle + size * 0.45 };
}

async function accessibility(view) {
  if (!view.axe) view.eval(AXE);
  const run = await view.axe.run(view.document, { resultTypes: ["violations"] });
  return run.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} (${node.failureSummary})`),
  );
}

async function framed(page) {
  const frame = document.createElement("iframe");
  frame.title = "page";
  frame.style.cssText = "border:0;height:900px";
  frame.srcdoc = page;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

async function look(frame, width) {
  const doc = frame.contentDocument;
  frame.style.height = "900px";
  frame.style.width = `${width}px`;
  doc.documentElement.getBoundingClientRect();
  await doc.fonts.ready;
  frame.style.height = `${doc.documentElement.scrollHeight}px`;
  const found = AXE ? await accessibility(frame.contentWindow) : layout(doc);
  return found.slice(0, 20);
}

(async () => {
  const results = {};
  for (const { page, widths } of PAGES) {
    const frame = await framed(page);
    for (const [name, width] of Object.entries(widths)) {
      try {
        results[name] = await look(frame, width);
      } catch (error) {
        results[name] = [`the harness failed: ${error.stack}`];
      }
    }
    frame.remove();
  }
  const pre = document.createElement("pre");
  pre.id = "result";
  pre.textContent = JSON.stringify(results);
  document.body.replaceChildren(pre);
})();
