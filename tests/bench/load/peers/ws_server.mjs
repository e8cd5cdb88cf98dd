// A broadcast as the README of ws has it. node ws_server.mjs PORT
import { WebSocket, WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 4096 });
const listeners = new Set();
server.on('connection', (line, request) => {
  line.on('error', () => {});
  if (request.url === '/listen') {
    listeners.add(line);
    line.on('close', () => listeners.delete(line));
    return;
  }
  line.on('message', (data, isBinary) => {
    for (const listener of listeners) {
      if (listener.readyState === WebSocket.OPEN) listener.send(data, { binary: isBinary });
    }
  });
});
