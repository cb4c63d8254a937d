// The whole job with the official client, as a page does it. What happens is shown in the table and returned.
const wait = (socket, ...names) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => { stop(); reject(new Error(`no ${names} in time`)); }, 15000);
  const listeners = names.map(name => [name, payload => { stop(); resolve({ name, payload }); }]);
  const stop = () => { clearTimeout(timer); listeners.forEach(([name, listener]) => socket.off(name, listener)); };
  listeners.forEach(([name, listener]) => socket.on(name, listener));
});

function show(kind, name, payload) {
  const row = document.getElementById('transcript').insertRow();
  row.className = kind;
  row.insertCell().textContent = (kind === 'sent' ? '→ ' : '← ') + name;
  const code = document.createElement('code');
  const text = payload === undefined ? '' : JSON.stringify(payload);
  code.textContent = text.length > 300 ? text.slice(0, 300) + ' …' : text;
  row.insertCell().append(code);
}

const connectionTo = (url, transports) => io(url, { transports, reconnection: false, forceNew: true, timeout: 10000 });

async function connect(url, transports) {
  const socket = connectionTo(url, transports);
  await new Promise((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', error => reject(new Error('connect_error: ' + error.message)));
  });
  if (transports.length > 1 && socket.io.engine.transport.name !== 'websocket') {
    await new Promise((resolve, reject) => {
      socket.io.engine.on('upgrade', resolve);
      setTimeout(() => reject(new Error('no upgrade in time')), 10000);
    });
  }
  return socket;
}

async function wholeJob(url, transports, text, answers) {
  const title = document.getElementById('title');
  const socket = await connect(url, transports);
  const result = { transport: socket.io.engine.transport.name, asked: [], typed: '', pieces: 0 };
  title.textContent = `${transports.join(' → ')}: connected by ${result.transport}`;
  socket.onAny((name, payload) => show(name.endsWith('_error') ? 'error' : 'heard', name, payload));
  const send = (name, ...payload) => { show('sent', name, payload[0]); socket.emit(name, ...payload); };
  const acknowledged = (name, ...payload) => { show('sent', name, payload[0]); return socket.timeout(15000).emitWithAck(name, ...payload); };

  const uploaded = wait(socket, 'upload_resume_done', 'upload_resume_error');
  send('upload_resume', { rawResumeText: text });
  result.uploaded = (await uploaded).payload.resumeData;

  const checked = wait(socket, 'missing_fields', 'resume_complete', 'check_resume_fields_error');
  send('check_resume_fields', { resumeData: result.uploaded });
  result.missing = Object.keys((await checked).payload.missingFields || {});

  const steps = ['user_message_response_done', 'preview_resume_done', 'preview_resume_error', 'user_response_error'];
  let step = wait(socket, ...steps);
  send('preview_resume');
  for (let event = await step; event.name === 'user_message_response_done'; event = await step) {
    result.asked.push(event.payload.field);
    step = wait(socket, ...steps);
    send('user_response', answers[event.payload.field] ?? { skip: true });
  }
  result.previewed = (await step).payload.resumeData;

  socket.on('user_message_response_typing', ({ content }) => { result.typed += content; result.pieces += 1; });
  socket.on('content_changes', ({ contentChanges }) => { result.contentChanges = contentChanges; });
  const answered = wait(socket, 'user_message_response_done', 'user_message_response_error', 'user_message_error');
  send('user_message', { message: 'change my title to Staff Engineer' });
  result.answer = (await answered).payload;

  result.updated = await acknowledged('update_field', { field: '/Experience/0/Company', value: 'Alpenblick' });
  result.refused = await acknowledged('update_field', { field: 'Experience[99].Company', value: 'x' });
  result.latest = await acknowledged('get_updated_resume');
  result.download = await acknowledged('download_resume');
  title.textContent += `, ${document.getElementById('transcript').rows.length} events`;
  // Left open: a page that disconnects while a GET is under way may see that GET refused, which is nobody's fault.
  return result;
}

async function tryToConnect(url, transports) {
  try {
    const socket = await connect(url, transports);
    socket.disconnect();
    return 'connected';
  } catch (error) {
    return error.message;
  }
}
