import { type Config, ConfigError, readConfig } from './config.js';

const USAGE = `lushu serve            migrate, seed when empty (development), serve GraphQL
lushu migrate          apply the migrations that are missing
lushu seed [options]   fill an empty database: --lawyers N --firms N --nation --seed TEXT
lushu token PERSONA    print a bearer token of the development issuer`;

/** The command line. Each command is loaded when it is asked for, so that a token costs no server. */
async function main([command, ...rest]: string[]): Promise<void> {
  const config = readConfig();
  if (command === 'serve') return (await import('./commands/serve.js')).serve(config);
  if (command === 'migrate') return (await import('./commands/migrate.js')).migrate(config);
  if (command === 'seed') return (await import('./commands/seed.js')).seed(config, rest);
  if (command === 'token') return (await import('./commands/token.js')).token(config as Config, rest);
  console.error(USAGE);
  process.exitCode = 2;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? explained(error) : String(error));
  process.exitCode = error instanceof ConfigError ? 2 : 1;
});

/** One sentence for what a person can mend; the whole error for the rest. */
function explained(error: Error): string {
  const { code, port } = error as Error & { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT.`;
  const isPlain = error instanceof ConfigError || ['FolderInUse', 'Refusal', 'Plain'].includes(error.constructor.name);
  const behind = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return isPlain ? `${error.message}${behind}` : (error.stack ?? error.message);
}
