'use strict';

// The customer's side of the web chat. Every text from outside is shown through textContent alone.
(() => {
  const storageKey = 'helmdesk.chat';
  const pollEvery = 2000;
  const element = (id) => document.getElementById(id);
  const list = element('messages');
  const composer = element('composer');
  const input = element('text');
  const sendButton = element('send');

  let token = null;
  let generation = 0; // grows with every new chat; answers for an earlier one are dropped
  let lastId = 0;
  let socket = null;
  let pollTimer = null;
  let retryDelay = 1000;
  const shown = new Map(); // id of a message -> its element

  const store = {
    read() { try { return sessionStorage.getItem(storageKey); } catch { return null; } },
    write(value) { try { sessionStorage.setItem(storageKey, value); } catch { /* a private window */ } },
    clear() { try { sessionStorage.removeItem(storageKey); } catch { /* a private window */ } },
  };

  function setState(text, isConnected) {
    if (element('state').textContent !== text) element('state').textContent = text;
    element('state').classList.toggle('connected', isConnected);
  }

  function showProblem(text) {
    element('problem').textContent = text;
    element('problem').hidden = !text;
  }

  const call = async (path, options = {}) => {
    const response = await fetch(path, { cache: 'no-store', credentials: 'omit', ...options });
    const body = await response.json().catch(() => ({}));
    if (response.ok) return body;
    const error = new Error((body.error && body.error.message) || 'The desk did not answer.');
    error.status = response.status;
    error.wait = Number(response.headers.get('Retry-After')) || 0;
    throw error;
  };
  const post = (path, body) => call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

  function sessionPath(end) { return '/chat/sessions/' + encodeURIComponent(token) + '/' + end; }

  function fileLink(messageId, position, file) {
    const link = document.createElement('a');
    link.className = 'file';
    link.href = sessionPath('messages/' + messageId + '/files/' + position);
    link.download = file.name;
    link.rel = 'noreferrer';
    const size = file.bytes < 1000000 ? Math.max(1, Math.round(file.bytes / 1000)) + ' kB'
      : (file.bytes / 1000000).toFixed(1) + ' MB';
    link.textContent = file.name + ' (' + size + ')';
    return link;
  }

  function addMessage(message) {
    const isOwn = message.author === 'customer';
    const item = document.createElement('li');
    item.className = 'message' + (isOwn ? ' own' : '');
    const meta = document.createElement('p');
    meta.className = 'meta';
    const who = isOwn ? 'You' : (message.name || 'Support');
    const at = new Date(message.at);
    meta.textContent = who + (isNaN(at) ? '' : ', ' + at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
    const bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.dir = 'auto';
    bubble.textContent = message.text;
    item.append(meta, bubble);
    (message.files || []).forEach((file, position) => {
      item.append(fileLink(message.id, position, file));
    });
    // In the order of the desk, whichever way a message came.
    item.messageId = message.id;
    const later = Array.from(list.children).find((other) => other.messageId > message.id);
    list.insertBefore(item, later || null);
    element('empty').hidden = true;
    list.scrollTop = list.scrollHeight;
    return item;
  }

  function takeMessages(messages) {
    for (const message of messages) {
      lastId = Math.max(lastId, message.id);
      if (shown.has(message.id)) continue;
      shown.set(message.id, addMessage(message));
    }
  }

  async function poll() {
    clearTimeout(pollTimer);
    const mine = generation;
    let wait = pollEvery;
    try {
      if (token) {
        const body = await call(sessionPath('messages?after=' + lastId));
        if (mine !== generation) return;
        takeMessages(body.messages);
      }
      setState('Connected', true);
      openSocket();
    } catch (error) {
      if (mine !== generation) return;
      if (error.status === 404) {
        restart();
        return;
      }
      setState('Connection lost. Trying again…', false);
      wait = Math.max(error.wait * 1000, pollEvery);
    }
    // While the socket is open a slow reading catches what it may have missed.
    pollTimer = setTimeout(poll, socket && socket.readyState === WebSocket.OPEN ? 15000 : wait);
  }

  function openSocket() {
    if (socket || !token || !('WebSocket' in window)) return;
    const mine = generation;
    const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
    const opened = new WebSocket(scheme + location.host + sessionPath('events?after=' + lastId));
    socket = opened;
    opened.addEventListener('open', () => { retryDelay = 1000; });
    opened.addEventListener('message', (event) => {
      if (mine !== generation) return;
      let body = null;
      try { body = JSON.parse(event.data); } catch { return; }
      takeMessages(body.messages || []);
    });
    opened.addEventListener('close', () => {
      if (mine !== generation) return;
      retryDelay = Math.min(retryDelay * 2, 60000);
      clearTimeout(pollTimer);
      pollTimer = setTimeout(poll, 200);
      // Until then polling alone carries the chat.
      setTimeout(() => { if (socket === opened) socket = null; }, retryDelay);
    });
  }

  function restart() {
    ++generation;
    clearTimeout(pollTimer);
    if (socket) socket.close();
    socket = null;
    token = null;
    lastId = 0;
    shown.clear();
    list.replaceChildren();
    element('empty').hidden = false;
    store.clear();
    showProblem('');
    poll();
  }

  async function ensureSession() {
    if (token) return;
    const body = await post('/chat/sessions', {});
    token = body.token;
    store.write(token);
  }

  // The same id goes out with every attempt, so that a message sent twice arrives once.
  let attempt = null;
  async function send() {
    const text = input.value.trim();
    if (!text || sendButton.disabled) return;
    if (!attempt || attempt.text !== text) attempt = { text, id: randomId() };
    sendButton.disabled = true;
    showProblem('');
    const mine = generation;
    try {
      await ensureSession();
      const taken = await post(sessionPath('messages'), attempt);
      if (mine !== generation) return;
      if (!shown.has(taken.message))
        shown.set(taken.message, addMessage({ id: taken.message, author: 'customer', text, at: Date.now() }));
      attempt = null;
      input.value = '';
      fitInput();
      openSocket();
      poll();
    } catch (error) {
      if (error.status === 404 && token) {
        restart();
        showProblem('This chat had ended. Press Send to begin a new one with your message.');
      } else {
        showProblem(error.status ? error.message : 'The message could not be sent. Please try again.');
      }
    } finally {
      sendButton.disabled = false;
      input.focus();
    }
  }

  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  // The field grows with its text, up to the limit in the style sheet.
  function fitInput() {
    input.style.height = 'auto';
    input.style.height = (input.scrollHeight + input.offsetHeight - input.clientHeight) + 'px';
  }

  input.addEventListener('input', fitInput);
  composer.addEventListener('submit', (event) => { event.preventDefault(); send(); });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  element('restart').addEventListener('click', () => { restart(); input.focus(); });

  token = store.read();
  poll();
  input.focus();
})();
