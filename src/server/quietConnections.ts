import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { WaitingRoom } from "./waitingRoom.js";

/** Requests without a body are there as soon as their headers are. */
const BODILESS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Keeps each connection in the room while it has no request for us: before the first, between two, and as long as one is
 * still on its way. Who sends headers or a body drop by drop, or opens connections to leave them idle, so takes no more
 * than the room has places; a connection that is being answered is not in it.
 */
export function keepQuietConnections(server: Server, room: WaitingRoom): void {
  const leaving = new WeakMap<Socket, () => void>();
  const answering = new WeakMap<Socket, number>();
  const leave = (socket: Socket): void => leaving.get(socket)?.();
  const enter = (socket: Socket): void => {
    if (socket.destroyed) return;
    leave(socket);
    leaving.set(
      socket,
      room.enter(socket.remoteAddress ?? "", () => socket.destroy()),
    );
  };
  server.on("connection", (socket: Socket) => {
    enter(socket);
    socket.once("close", () => leave(socket));
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // On one connection the next request may come before the last one is answered.
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    if (BODILESS.has(request.method ?? "")) leave(socket);
    else request.once("end", () => leave(socket));
    response.once("close", () => {
      const rest = (answering.get(socket) ?? 1) - 1;
      answering.set(socket, rest);
      if (rest === 0) enter(socket);
    });
  });
  // From here on it is a socket's affair, with a room of its own.
  server.on("upgrade", (_request, socket: Socket) => leave(socket));
}
