// A broadcast of Socket.IO on its WebSocket transport. node socketio_server.mjs PORT
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const server = new Server(http, { transports: ['websocket'] });
server.on('connection', (socket) => {
  socket.on('events', (events) => server.emit('events', events));
});
http.listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 4096 });
