import DataLoader from 'dataloader';
import type { PeerRows, Row } from './peer-rows.js';

/** The dataloaders of one request: one statement for each edge of a level. */
export interface PeerLoaders {
  readonly firms: DataLoader<string, Row | null>;
  readonly sanctions: DataLoader<string, Row[]>;
  readonly histories: DataLoader<string, Row[]>;
  /** The first lawyers of firms, by how many are asked for. */
  lawyers(first: number): DataLoader<string, Row[]>;
}

/** Makes the loaders of one request. */
export function peerLoaders(rows: PeerRows): PeerLoaders {
  const pages = new Map<number, DataLoader<string, Row[]>>();
  return {
    firms: new DataLoader((ids) => rows.firmsByIds(ids)),
    sanctions: new DataLoader((ids) => rows.sanctionsOf(ids)),
    histories: new DataLoader((ids) => rows.eventsOf(ids)),
    lawyers(first) {
      const known = pages.get(first) ?? new DataLoader<string, Row[]>((ids) => rows.lawyersOfFirms(ids, first));
      pages.set(first, known);
      return known;
    },
  };
}
