// Draws the map of regulations on a canvas, and keeps the table beside it in step.
(() => {
  const { rows, lang, nodes: raw, ties, levels } = JSON.parse(document.getElementById("data").textContent);
  const canvas = document.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const form = document.querySelector("form");
  const body = document.querySelector("tbody");
  const shown = document.querySelector(".shown");
  const picked = document.querySelector(".picked");
  const boxes = (name) => [...form.querySelectorAll(`[name=${name}]`)];
  const label = (box) => box.parentElement.textContent.trim();
  const colour = (box) => getComputedStyle(box.parentElement.querySelector("i")).color;
  const figure = (value) => value.toLocaleString(lang);
  const nodes = raw.map(([id, name, title, x, y, status, inside]) => ({
    id, name, title, x, y, status, inside, out: [], in: [],
    text: `${id} ${name} ${title}`.toLowerCase(),
  }));
  // A tie: source, target, role, whether only a catalogue tells it, places, page, unit, quotation.
  const CATALOGUED = 3;
  ties.forEach((tie, t) => {
    nodes[tie[0]].out.push(t);
    nodes[tie[1]].in.push(t);
  });
  const roleColours = boxes("role").map(colour), statusColours = boxes("status").map(colour);
  const roleNames = boxes("role").map(label), statusNames = boxes("status").map(label);
  const byWeight = nodes.map((_, n) => n).sort((a, b) =>
    nodes[b].in.length - nodes[a].in.length || (nodes[a].id < nodes[b].id ? -1 : 1));

  // What is shown: `live` are the nodes that pass the filters, `hits` those that the search finds.
  let live = [], hits = [], roles = new Set(), catalogues = true, searching = false;
  let chosen = -1, over = -1, line = -1; // a regulation, the one under the pointer, a tie
  const view = { scale: 1, x: 0, y: 0 };
  let width = 0, height = 0, ratio = 1;

  const ticked = (name) =>
    new Set(boxes(name).filter((box) => box.checked).map((box) => Number(box.value)));
  const sift = () => {
    roles = ticked("role");
    catalogues = !form.catalogue || form.catalogue.checked;
    const statuses = ticked("status"), outside = form.outside.checked;
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    searching = words.length > 0;
    live = nodes.map((node) => statuses.has(node.status) && (outside || node.inside === 1));
    hits = nodes.map((node, n) => live[n] && words.every((word) => node.text.includes(word)));
    list();
    paint();
  };

  const size = () => {
    ratio = window.devicePixelRatio || 1;
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
  };
  const MARGIN = 74;
  const px = (node) => (node.x * view.scale + view.x) * (width - MARGIN - 12) + MARGIN;
  const py = (node) => ((0.03 + 0.94 * node.y) * view.scale + view.y) * height;
  const seen = (x, y) => x > -20 && y > -20 && x < width + 20 && y < height + 20;
  const radius = (node) =>
    (1.6 + Math.min(6, Math.sqrt(node.in.length)) * 0.75) * Math.min(2.6, Math.max(0.8, Math.sqrt(view.scale)));

  // Many short paths: one long path of thousands of lines takes a browser far longer to stroke.
  const BATCH = 300;
  const shows = ([a, b, role, catalogued]) =>
    roles.has(role) && live[a] && live[b] && (catalogues || !catalogued);
  const drawTies = (pen, wanted, alpha, thick) => {
    const groups = [...roleColours, ...roleColours].map(() => []);
    for (const tie of wanted) {
      if (shows(tie)) groups[tie[2] + tie[CATALOGUED] * roleColours.length].push(tie);
    }
    pen.lineWidth = thick;
    pen.globalAlpha = alpha;
    groups.forEach((group, number) => {
      pen.strokeStyle = roleColours[number % roleColours.length];
      pen.setLineDash(number < roleColours.length ? [] : [5, 4]);
      for (let first = 0; first < group.length; first += BATCH) {
        pen.beginPath();
        for (const [a, b] of group.slice(first, first + BATCH)) {
          const x = px(nodes[a]), y = py(nodes[a]), u = px(nodes[b]), v = py(nodes[b]);
          if (Math.max(x, u) < 0 || Math.min(x, u) > width || Math.max(y, v) < 0 || Math.min(y, v) > height) continue;
          pen.moveTo(x, y);
          pen.lineTo(u, v);
        }
        pen.stroke();
      }
    });
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  };
  const drawNodes = (pen, wanted) => {
    pen.lineWidth = 1;
    for (const n of wanted) {
      const node = nodes[n];
      if (!live[n]) continue;
      const x = px(node), y = py(node);
      if (!seen(x, y)) continue;
      pen.globalAlpha = searching && !hits[n] ? 0.12 : 1;
      pen.beginPath();
      pen.arc(x, y, radius(node), 0, 2 * Math.PI);
      pen.fillStyle = node.inside ? statusColours[node.status] : "#fff";
      pen.strokeStyle = statusColours[node.status];
      pen.fill();
      if (!node.inside) pen.stroke();
    }
    pen.globalAlpha = 1;
  };
  const drawLevels = (pen) => {
    pen.font = "600 11px system-ui, sans-serif";
    for (const [top, bottom, name] of levels) {
      const y = py({ y: top }), end = py({ y: bottom });
      if (end < 0 || y > height) continue;
      pen.fillStyle = "rgba(110, 120, 135, 0.07)";
      pen.fillRect(0, y - 9, width, end - y + 18);
      pen.fillStyle = "#5b6573";
      pen.fillText(name, 8, Math.min(Math.max(y + 4, 14), end + 4), MARGIN - 14);
    }
  };
  // Names of the most cited in sight, as many as find room; more of them as the map is enlarged.
  const drawNames = (pen, wanted, most) => {
    pen.font = "12px system-ui, sans-serif";
    pen.lineJoin = "round";
    const taken = [];
    for (const n of wanted) {
      const x = px(nodes[n]), y = py(nodes[n]);
      if (!live[n] || x < MARGIN - 4 || y < 4 || x > width || y > height) continue;
      const wide = pen.measureText(nodes[n].name).width;
      let left = x + radius(nodes[n]) + 3;
      if (left + wide > width - 4) left = x - radius(nodes[n]) - 3 - wide;
      if (taken.some(([u, v, w]) => Math.abs(v - y) < 15 && left < u + w + 6 && u < left + wide + 6)) continue;
      taken.push([left, y, wide]);
      pen.lineWidth = 4;
      pen.strokeStyle = "rgba(255, 255, 255, 0.92)";
      pen.strokeText(nodes[n].name, left, y + 4);
      pen.fillStyle = "#1d232b";
      pen.fillText(nodes[n].name, left, y + 4);
      if (taken.length >= most) break;
    }
  };

  // The whole map is drawn once for each view, and kept: it is moved and dimmed as a picture.
  const kept = document.createElement("canvas");
  let keptView = { ...view };
  const paint = () => {
    kept.width = canvas.width;
    kept.height = canvas.height;
    const ink = kept.getContext("2d");
    ink.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawLevels(ink);
    const faint = Math.max(0.07, Math.min(0.3, (900 * Math.sqrt(view.scale)) / (ties.length + 1)));
    drawTies(ink, ties, searching ? faint / 4 : faint, 0.7);
    drawNodes(ink, byWeight.slice().reverse());
    const named = searching ? byWeight.filter((n) => hits[n]) : byWeight;
    drawNames(ink, named, searching ? 200 : Math.round(24 * Math.min(8, 1 + view.scale / 2)));
    keptView = { ...view };
    show();
  };
  const show = () => {
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const grown = view.scale / keptView.scale, wide = width - MARGIN - 12;
    const focus = over >= 0 ? over : chosen;
    pen.globalAlpha = focus >= 0 ? 0.22 : 1;
    pen.drawImage(kept, (view.x - keptView.x * grown) * wide + MARGIN * (1 - grown),
      (view.y - keptView.y * grown) * height, width * grown, height * grown);
    pen.globalAlpha = 1;
    if (focus < 0) return;
    const around = [...nodes[focus].out, ...nodes[focus].in].map((t) => ties[t]);
    const near = new Set([focus]);
    for (const tie of around) if (shows(tie)) near.add(tie[0]).add(tie[1]);
    drawTies(pen, around, around.length > 400 ? 0.35 : 0.85, 1.3);
    if (line >= 0) drawTies(pen, [ties[line]], 1, 3);
    drawNodes(pen, near);
    drawNames(pen, [focus, ...[...near].sort((a, b) => nodes[b].in.length - nodes[a].in.length)], 60);
  };
  let waiting = false, rest = 0;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  };
  const move = () => {
    clearTimeout(rest);
    rest = setTimeout(paint, 140);
    soon();
  };

  const cell = (row, text, kind) => {
    const made = row.insertCell();
    made.textContent = text;
    if (kind) made.className = kind;
  };
  const link = (parent, n, title) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = nodes[n].name;
    button.addEventListener("click", () => choose(n, true));
    parent.append(button);
    if (title && nodes[n].title) {
      const small = document.createElement("div");
      small.className = "quiet";
      small.textContent = nodes[n].title;
      parent.append(small);
    }
  };
  const statusOf = (node) => {
    const known = statusNames[node.status];
    return node.inside || boxes("status")[node.status].dataset.unknown !== "1" ? known : picked.dataset.outside;
  };
  const list = () => {
    const found = byWeight.filter((n) => hits[n]);
    body.replaceChildren();
    for (const n of found.slice(0, rows)) {
      const row = body.insertRow();
      row.className = n === chosen ? "on" : "";
      link(row.insertCell(), n, true);
      cell(row, statusOf(nodes[n]));
      cell(row, figure(nodes[n].out.length), "num");
      cell(row, figure(nodes[n].in.length), "num");
    }
    shown.textContent = shown.dataset.text
      .replace("{n}", figure(Math.min(rows, found.length))).replace("{total}", figure(found.length));
  };
  const proof = (t) => {
    const [, , , catalogued, count, page, unit, quote] = ties[t];
    const told = picked.dataset, box = document.createElement("details");
    const where = catalogued ? told.catalogue : page ? told.page.replace("{n}", figure(page)) : told.nopage;
    const more = count > 1 ? told.more.replace("{n}", figure(count - 1)) : "";
    const head = document.createElement("summary");
    head.textContent = [unit, where, more].filter(Boolean).join(", ");
    const words = document.createElement("q");
    words.textContent = quote;
    box.className = catalogued ? "by-catalogue" : "";
    box.append(head, words);
    box.open = t === line;
    box.addEventListener("toggle", () => {
      if (!box.open || line === t) return;
      line = t;
      soon();
    });
    return box;
  };
  const describe = () => {
    picked.hidden = chosen < 0;
    picked.replaceChildren();
    if (chosen < 0) return;
    const node = nodes[chosen];
    const head = document.createElement("h2");
    head.textContent = node.name;
    const title = document.createElement("div");
    title.textContent = node.title;
    const state = document.createElement("div");
    state.className = "quiet";
    state.textContent = `${statusOf(node)} · ${node.id}`;
    picked.append(head, title, state);
    for (const [name, ends] of [[picked.dataset.cites, node.out], [picked.dataset.cited, node.in]]) {
      if (!ends.length) continue;
      const over = document.createElement("h3");
      over.textContent = ends.length > rows ? `${name} (${figure(rows)} / ${figure(ends.length)})` : `${name} (${figure(ends.length)})`;
      const items = document.createElement("ul");
      // The tie that was clicked comes first, so that its sentence is in sight.
      const first = ends.includes(line) ? [line] : [];
      for (const t of [...first, ...ends.filter((one) => one !== line)].slice(0, rows)) {
        const item = document.createElement("li");
        link(item, ends === node.out ? ties[t][1] : ties[t][0], false);
        item.append(` · ${roleNames[ties[t][2]]}`, proof(t));
        items.append(item);
      }
      picked.append(over, items);
    }
  };
  const choose = (n, centre, tie = -1) => {
    chosen = n;
    over = -1;
    line = tie;
    if (centre && n >= 0) {
      view.scale = Math.max(view.scale, 3);
      view.x = 0.5 - nodes[n].x * view.scale;
      view.y = 0.5 - (0.03 + 0.94 * nodes[n].y) * view.scale;
    }
    describe();
    list();
    if (n >= 0) picked.parentElement.scrollTop = 0;
    paint();
  };

  const nearest = (event) => {
    const box = canvas.getBoundingClientRect();
    const x = event.clientX - box.left, y = event.clientY - box.top;
    let best = -1, least = 12;
    nodes.forEach((node, n) => {
      if (!live[n]) return;
      const far = Math.hypot(px(node) - x, py(node) - y);
      if (far < least) { least = far; best = n; }
    });
    return best;
  };
  // The tie under the pointer: one of the selected regulation, else any.
  const nearestTie = (event) => {
    const box = canvas.getBoundingClientRect();
    const x = event.clientX - box.left, y = event.clientY - box.top;
    const find = (numbers) => {
      let best = -1, least = 5;
      for (const t of numbers) {
        if (!shows(ties[t])) continue;
        const a = nodes[ties[t][0]], b = nodes[ties[t][1]];
        const ax = px(a), ay = py(a), dx = px(b) - ax, dy = py(b) - ay;
        const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
        const far = Math.hypot(ax + along * dx - x, ay + along * dy - y);
        if (far < least) { least = far; best = t; }
      }
      return best;
    };
    const own = chosen >= 0 ? find([...nodes[chosen].out, ...nodes[chosen].in]) : -1;
    return own >= 0 ? own : find(ties.keys());
  };
  const pick = (event) => {
    const node = nearest(event);
    if (node >= 0) return choose(node, false);
    const tie = nearestTie(event);
    if (tie < 0) return choose(-1, false);
    const ends = ties[tie].slice(0, 2);
    return choose(ends.includes(chosen) ? chosen : ends[0], false, tie);
  };
  let drag = null;
  canvas.addEventListener("pointerdown", (event) => {
    drag = { x: event.clientX, y: event.clientY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drag) {
      const found = nearest(event);
      if (found !== over) {
        over = found;
        canvas.title = found < 0 ? "" : [nodes[found].name, nodes[found].title].filter(Boolean).join("\n");
        soon();
      }
      return;
    }
    const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    drag = { x: event.clientX, y: event.clientY, moved: true };
    over = -1;
    canvas.classList.add("busy");
    view.x += dx / (width - MARGIN - 12);
    view.y += dy / height;
    move();
  });
  canvas.addEventListener("pointerup", (event) => {
    if (drag && !drag.moved) pick(event);
    drag = null;
    canvas.classList.remove("busy");
  });
  canvas.addEventListener("pointerleave", () => { over = -1; soon(); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - MARGIN) / (width - MARGIN - 12), y = (event.clientY - box.top) / height;
    const scale = Math.min(80, Math.max(0.5, view.scale * Math.exp(-event.deltaY / 400)));
    view.x = x - ((x - view.x) / view.scale) * scale;
    view.y = y - ((y - view.y) / view.scale) * scale;
    view.scale = scale;
    move();
  }, { passive: false });
  let typing = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(sift, event.target.name === "q" ? 180 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sift();
    const first = byWeight.find((n) => hits[n]);
    if (first !== undefined) choose(first, true);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    Object.assign(view, { scale: 1, x: 0, y: 0 });
    chosen = line = -1;
    describe();
    sift();
  }));
  window.addEventListener("resize", () => { size(); paint(); });
  size();
  sift(); // a browser may restore ticks from the last visit
})();
