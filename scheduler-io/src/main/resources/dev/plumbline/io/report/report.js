(function () {
  'use strict';
  var box = document.getElementById('chart');
  var form = document.getElementById('range');
  var axis = document.getElementById('axis');
  var from = document.getElementById('from');
  var to = document.getElementById('to');
  var DAY = 86400000;
  var LONGEST = 400000;
  if (box === null) { return; }
  var first = Date.parse(box.getAttribute('data-from'));
  var days = (Date.parse(box.getAttribute('data-to')) - first) / DAY + 1;
  var radios = Array.prototype.slice.call(document.querySelectorAll('input.z'));
  var levels = Array.prototype.slice.call(axis.querySelectorAll('g.a[data-w]'));

  function iso(day) { return new Date(first + Math.floor(day) * DAY).toISOString().slice(0, 10); }

  function names() { return box.querySelector('th.names').getBoundingClientRect().width; }

  function reset() {
    box.style.removeProperty('--w');
    box.removeAttribute('data-l');
    if (!radios.some(function (radio) { return radio.checked; })) { radios[0].checked = true; }
    box.scrollLeft = 0;
    seen();
  }

  function show(start, end) {
    var span = Math.max(end - start, 0.25);
    var room = Math.max(box.clientWidth - names(), 120);
    var width = Math.min(room * days / span, LONGEST);
    if (room >= width) { reset(); return; }
    var level = 0;
    levels.forEach(function (group, i) {
      if (width * 1.02 >= Number(group.getAttribute('data-w'))) { level = i; }
    });
    radios.forEach(function (radio) { radio.checked = false; });
    box.style.setProperty('--w', Math.round(width) + 'px');
    box.setAttribute('data-l', String(level));
    box.scrollLeft = start / days * axis.getBoundingClientRect().width;
  }

  function seen() {
    var width = axis.getBoundingClientRect().width;
    var room = box.clientWidth - names();
    if (width > 0) {
      from.value = iso(Math.max((box.scrollLeft + 2) / width * days, 0));
      to.value = iso(Math.min((box.scrollLeft + room - 2) / width * days, days - 0.001));
    }
  }

  function dayAt(event) {
    var area = axis.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - area.left) / area.width, 0), 1) * days;
  }

  form.hidden = false;
  seen();
  box.addEventListener('scroll', seen);
  window.addEventListener('resize', seen);
  radios.forEach(function (radio) {
    radio.addEventListener('change', reset);
    radio.addEventListener('click', reset);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var start = (Date.parse(from.value) - first) / DAY;
    var end = (Date.parse(to.value) - first) / DAY + 1;
    if (end > start) { show(Math.max(start, 0), Math.min(end, days)); }
  });
  axis.addEventListener('dblclick', reset);

  var begun = null;
  var mark = null;
  function drawMark(event) {
    var outer = box.getBoundingClientRect();
    var left = Math.min(begun.x, event.clientX);
    mark.style.left = (left - outer.left + box.scrollLeft) + 'px';
    mark.style.width = Math.abs(event.clientX - begun.x) + 'px';
    mark.style.height = box.scrollHeight + 'px';
  }
  axis.addEventListener('pointerdown', function (event) {
    if (event.button !== 0) { return; }
    begun = { x: event.clientX, day: dayAt(event) };
    mark = document.createElement('div');
    mark.id = 'drag';
    box.appendChild(mark);
    axis.setPointerCapture(event.pointerId);
    drawMark(event);
    event.preventDefault();
  });
  axis.addEventListener('pointermove', function (event) { if (begun) { drawMark(event); } });
  function end(event) {
    if (begun === null) { return; }
    var start = begun.day;
    var moved = Math.abs(event.clientX - begun.x);
    begun = null;
    mark.remove();
    if (event.type === 'pointerup') {
      if (moved > 5) { show(Math.min(start, dayAt(event)), Math.max(start, dayAt(event))); }
    }
  }
  axis.addEventListener('pointerup', end);
  axis.addEventListener('pointercancel', end);
}());
