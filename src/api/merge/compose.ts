import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse, print } from 'graphql';

/** What composition makes of the subgraphs: the plan for a gateway, and the API its clients see. */
export interface Composed {
  readonly supergraph: string;
  readonly api: string;
}

/** Where the development server answers for a subgraph; a gateway's own configuration says otherwise. */
const addressOf = (name: string): string => `http://127.0.0.1:4000/subgraphs/${name}`;

/** As graphql-js prints, like the other contracts. */
const printed = (sdl: string): string => `${print(parse(sdl))}\n`;

/** A subgraph to compose; `url` is where a gateway finds it, when not at the development server. */
export interface Contract {
  readonly name: string;
  readonly sdl: string;
  readonly url?: string;
}

/** Composes subgraphs by the rules of federation v2. Throws one error that lists all there are. */
export function compose(subgraphs: readonly Contract[]): Composed {
  const result = composeServices(
    subgraphs.map(({ name, sdl, url = addressOf(name) }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (compositionHasErrors(result)) {
    const faults = result.errors.map(({ message, extensions }) => `- ${extensions.code ?? 'INVALID'}: ${message}`);
    throw new Error(`The subgraphs do not compose:\n${faults.join('\n')}`);
  }
  return { supergraph: printed(result.supergraphSdl), api: printed(result.publicSdl) };
}
