import { statements } from '../telemetry/signals.js';

interface Asked {
  query(...args: never[]): unknown;
}

/** A connection whose statements are told to whoever traces them: verb and first table, never text or parameters. */
export function told<Client extends Asked>(connection: Client): Client {
  const query = (...args: never[]) => {
    const send = () => connection.query(...args) as Promise<unknown>;
    return statements.hasSubscribers ? statements.tracePromise(send, { summary: summaryOf(textOf(args[0])) }) : send();
  };
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'query') return query;
      const member = Reflect.get(target, name, target);
      // PGlite keeps its state in private fields, which a method finds on the connection itself only
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown } | undefined)?.text ?? '');

/** `SELECT justice.lawyer`: the verb of a statement, and the first table it names outside of parentheses. */
export function summaryOf(text: string): string {
  const verb = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'UNKNOWN';
  const table = /\b(?:from|into|update)\s+((?:"\w+"|\w+)(?:\.(?:"\w+"|\w+))?)/i.exec(flat(text))?.[1];
  return table === undefined ? verb : `${verb} ${table.replaceAll('"', '')}`;
}

/** A text without what stands in quotes or parentheses; the head of a long one is enough. */
function flat(text: string): string {
  let depth = 0;
  return text
    .slice(0, 20_000)
    .replace(/'[^']*'/g, "''")
    .replace(/[()]|[^()]+/g, (part) => {
      if (part === '(') depth += 1;
      else if (part === ')') depth -= 1;
      else if (depth === 0) return part;
      return ' ';
    });
}
