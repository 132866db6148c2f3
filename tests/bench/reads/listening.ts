import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The database a server of the bench was told to read. */
export const databaseUrl = process.argv[2] as string;

/** Tells the bench where a server of its own answers, and ends with the bench. */
export function ready(port: number, path = '/graphql'): void {
  process.send?.(`http://127.0.0.1:${port}${path}`);
  process.on('disconnect', () => process.exit(0));
}

/** Listens on a free port, then says so. */
export function listening(server: Server): void {
  server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port));
}
