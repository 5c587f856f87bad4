// Draws the map of regulations on a canvas, and keeps the table beside it in step.
(() => {
  const { rows, nodes: raw, ties } = JSON.parse(document.getElementById("data").textContent);
  const canvas = document.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const form = document.querySelector("form");
  const body = document.querySelector("tbody");
  const shown = document.querySelector(".shown");
  const picked = document.querySelector(".picked");
  const colour = (name) => {
    const probe = form.querySelector(`.${name}`);
    return probe ? getComputedStyle(probe).color : "#7a869a";
  };
  const nodes = raw.map(([id, name, title, x, y, status, inside]) => ({
    id, name, title, x, y, status, inside, out: [], in: [],
    text: `${id} ${name} ${title}`.toLowerCase(),
  }));
  ties.forEach(([a, b, role]) => {
    nodes[a].out.push([b, role]);
    nodes[b].in.push([a, role]);
  });
  const roleColours = [...form.querySelectorAll("[name=role]")].map((_, n) => colour(`r${n % 9}`));
  const statusColours = [...form.querySelectorAll("[name=status]")].map((_, n) => colour(`s${n % 7}`));
  const statusNames = [...form.querySelectorAll("[name=status]")].map((box) =>
    box.parentElement.textContent.trim());

  // What is shown: `live` are the nodes that pass the filters, `hits` those that the search finds.
  let live = [], hits = [], roles = new Set(), chosen = -1, over = -1;
  const view = { scale: 1, x: 0, y: 0 };

  const ticked = (name) =>
    new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => Number(box.value)));
  const sift = () => {
    roles = ticked("role");
    const statuses = ticked("status");
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    live = nodes.map((node) => statuses.has(node.status));
    hits = nodes.map((node, n) => live[n] && words.every((word) => node.text.includes(word)));
    list();
    draw();
  };

  const size = () => {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    draw();
  };
  const at = (node) => [
    ((0.02 + 0.96 * node.x) * view.scale + view.x) * canvas.clientWidth,
    ((0.03 + 0.94 * node.y) * view.scale + view.y) * canvas.clientHeight,
  ];
  const radius = (node) => {
    const grown = 2 + Math.min(7, Math.sqrt(node.in.length)) * 0.8;
    return grown * Math.min(2.5, Math.max(0.8, Math.sqrt(view.scale)));
  };
  const line = (a, b) => {
    const [x, y] = at(nodes[a]), [u, v] = at(nodes[b]);
    pen.moveTo(x, y);
    pen.lineTo(u, v);
  };

  const drawTies = (only) => {
    const groups = roleColours.map(() => []);
    // While the map moves, a share of very many lines shows the way; the rest follow at rest.
    const step = moving && only < 0 ? Math.ceil(ties.length / 6000) : 1;
    ties.forEach((tie, n) => {
      if (n % step) return;
      const [a, b, role] = tie;
      if (roles.has(role) && live[a] && live[b] && (only < 0 || a === only || b === only)) {
        groups[role].push(tie);
      }
    });
    groups.forEach((group, role) => {
      pen.strokeStyle = roleColours[role];
      pen.beginPath();
      group.forEach(([a, b]) => line(a, b));
      pen.stroke();
    });
  };
  const drawNodes = (focus, near) => {
    const searching = form.q.value.trim() !== "";
    nodes.forEach((node, n) => {
      if (!live[n]) return;
      const [x, y] = at(node);
      if (x < -20 || y < -20 || x > canvas.clientWidth + 20 || y > canvas.clientHeight + 20) return;
      pen.globalAlpha = (focus >= 0 && !near.has(n)) || (searching && !hits[n]) ? 0.15 : 1;
      pen.beginPath();
      pen.arc(x, y, radius(node), 0, 2 * Math.PI);
      pen.fillStyle = pen.strokeStyle = statusColours[node.status];
      pen.lineWidth = 1;
      if (node.inside) pen.fill(); else pen.stroke();
    });
    pen.globalAlpha = 1;
  };
  const drawNames = (focus, near) => {
    pen.font = "12px system-ui, sans-serif";
    pen.fillStyle = "#23272d";
    const named = focus >= 0 ? [...near] : nodes.map((_, n) => n).filter((n) => hits[n]);
    const taken = [];
    named.sort((a, b) => (b === focus) - (a === focus) || nodes[b].in.length - nodes[a].in.length);
    for (const n of named.slice(0, focus >= 0 || form.q.value ? 400 : 60)) {
      const [x, y] = at(nodes[n]);
      if (x < 0 || y < 0 || x > canvas.clientWidth || y > canvas.clientHeight) continue;
      const width = pen.measureText(nodes[n].name).width;
      const left = x + radius(nodes[n]) + 3;
      if (taken.some(([u, v, w]) => Math.abs(v - y) < 13 && left < u + w && u < left + width)) continue;
      taken.push([left, y, width]);
      pen.fillText(nodes[n].name, left, y + 4);
    }
  };
  const draw = () => {
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
    const focus = over >= 0 ? over : chosen;
    const near = new Set([focus]);
    if (focus >= 0) {
      [...nodes[focus].out, ...nodes[focus].in].forEach(([n, role]) => roles.has(role) && near.add(n));
    }
    pen.lineWidth = focus >= 0 ? 1.4 : 0.6;
    pen.globalAlpha = focus >= 0 ? 0.9 : Math.max(0.06, Math.min(0.6, 900 / (ties.length + 1)));
    drawTies(focus);
    drawNodes(focus, near);
    drawNames(focus, near);
  };
  let moving = false, rest = 0;
  const move = () => {
    moving = true;
    clearTimeout(rest);
    rest = setTimeout(() => { moving = false; draw(); }, 200);
    soon();
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; draw(); });
  };

  const cell = (row, text, kind) => {
    const made = row.insertCell();
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
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
  const list = () => {
    const found = nodes.map((_, n) => n).filter((n) => hits[n]);
    found.sort((a, b) => nodes[b].in.length - nodes[a].in.length || (nodes[a].id < nodes[b].id ? -1 : 1));
    body.replaceChildren();
    for (const n of found.slice(0, rows)) {
      const row = body.insertRow();
      row.className = n === chosen ? "on" : "";
      link(row.insertCell(), n, true);
      cell(row, nodes[n].inside ? statusNames[nodes[n].status] : picked.dataset.outside);
      cell(row, nodes[n].out.length, "num");
      cell(row, nodes[n].in.length, "num");
    }
    shown.textContent = shown.dataset.text
      .replace("{n}", Math.min(rows, found.length)).replace("{total}", found.length);
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
    picked.append(head, title);
    for (const [name, ends] of [[picked.dataset.cites, node.out], [picked.dataset.cited, node.in]]) {
      if (!ends.length) continue;
      const over = document.createElement("h3");
      over.textContent = `${name} (${ends.length})`;
      const items = document.createElement("ul");
      for (const [n, role] of ends.slice(0, rows)) {
        const item = document.createElement("li");
        link(item, n, false);
        const label = form.querySelector(`[name=role][value="${role}"]`).parentElement.textContent.trim();
        item.append(` · ${label}`);
        items.append(item);
      }
      picked.append(over, items);
    }
  };
  const choose = (n, move) => {
    chosen = n;
    if (move && n >= 0) {
      view.scale = Math.max(view.scale, 3);
      view.x = 0.5 - (0.02 + 0.96 * nodes[n].x) * view.scale;
      view.y = 0.5 - (0.03 + 0.94 * nodes[n].y) * view.scale;
    }
    describe();
    list();
    draw();
  };

  const nearest = (event) => {
    const box = canvas.getBoundingClientRect();
    const px = event.clientX - box.left, py = event.clientY - box.top;
    let best = -1, least = 12;
    nodes.forEach((node, n) => {
      if (!live[n]) return;
      const [x, y] = at(node);
      const far = Math.hypot(x - px, y - py);
      if (far < least) { least = far; best = n; }
    });
    return best;
  };
  let drag = null;
  canvas.addEventListener("pointerdown", (event) => {
    drag = { x: event.clientX, y: event.clientY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drag) {
      const found = nearest(event);
      if (found !== over) { over = found; canvas.title = found < 0 ? "" : nodes[found].title; soon(); }
      return;
    }
    const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    drag = { x: event.clientX, y: event.clientY, moved: true };
    canvas.classList.add("busy");
    view.x += dx / canvas.clientWidth;
    view.y += dy / canvas.clientHeight;
    move();
  });
  canvas.addEventListener("pointerup", (event) => {
    if (drag && !drag.moved) choose(nearest(event), false);
    drag = null;
    canvas.classList.remove("busy");
  });
  canvas.addEventListener("pointerleave", () => { over = -1; soon(); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    const px = (event.clientX - box.left) / box.width, py = (event.clientY - box.top) / box.height;
    const scale = Math.min(80, Math.max(0.5, view.scale * Math.exp(-event.deltaY / 400)));
    view.x = px - ((px - view.x) / view.scale) * scale;
    view.y = py - ((py - view.y) / view.scale) * scale;
    view.scale = scale;
    move();
  }, { passive: false });
  form.addEventListener("input", sift);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = nodes.findIndex((_, n) => hits[n]);
    if (first >= 0) choose(first, true);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    Object.assign(view, { scale: 1, x: 0, y: 0 });
    choose(-1, false);
    sift();
  }));
  window.addEventListener("resize", size);
  sift(); // a browser may restore ticks from the last visit
  size();
})();
