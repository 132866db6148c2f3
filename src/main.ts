import { type Config, ConfigError, readConfig } from './config.js';

const USAGE = `lushu serve            migrate, seed when empty (development), serve GraphQL
lushu migrate          apply the migrations that are missing
lushu seed [options]   fill an empty database: --lawyers N --firms N --nation --seed TEXT
lushu token PERSONA    print a bearer token of the development issuer
lushu plan …           what an operation comes to: FILE.graphql --role ROLE|PERSONA [--variables FILE.json] [--operation NAME] [--analyze]
lushu staff-import F … push a file of court staff to a hub: --to URL --token-file F
lushu review           judge all that is open by the rules of today: every day, and after a rule pack was announced
lushu appoint …        make an account an administrator: --role system|security|audit --issuer I --subject S --unit CODE --by NAME
lushu dismiss …        end the office of an account: --issuer I --subject S --by NAME
lushu console …        open the client by which administrators enter: --issuer I --client-id C --unit CODE --name N --responsible PERSON --by NAME`;

/** The command line. Each command is loaded when it is asked for, so that a token costs no server. */
async function main([command, ...rest]: string[]): Promise<void> {
  const config = readConfig();
  if (command === 'serve') return (await import('./commands/serve.js')).serve(config);
  if (command === 'migrate') return (await import('./commands/migrate.js')).migrate(config);
  if (command === 'seed') return (await import('./commands/seed.js')).seed(config, rest);
  if (command === 'token') return (await import('./commands/token.js')).token(config as Config, rest);
  if (command === 'plan') return (await import('./commands/plan.js')).plan(config, rest);
  if (command === 'staff-import') return (await import('./commands/staff-import.js')).staffImport(config, rest);
  if (command === 'review') return (await import('./commands/review.js')).review(config);
  if (command === 'appoint') return (await import('./commands/appoint.js')).appoint(config, rest);
  if (command === 'dismiss') return (await import('./commands/appoint.js')).dismiss(config, rest);
  if (command === 'console') return (await import('./commands/appoint.js')).openAdministrators(config, rest);
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
