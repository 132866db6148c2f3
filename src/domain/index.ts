import type { Reaction } from '../operation/act.js';
import type { Subgraph } from '../operation/subgraph.js';
import { barSubgraph } from './bar/index.js';
import { courtSubgraph } from './court/index.js';
import { hubSubgraph } from './hub/index.js';
import { counselRegistry, internRegistry, jointReactions, jointSubgraph } from './joint/index.js';
import { justiceSubgraph } from './justice/index.js';

/** The institutions' parts of the graph. */
export const subgraphs: readonly Subgraph[] = [
  justiceSubgraph,
  courtSubgraph(counselRegistry),
  barSubgraph(internRegistry),
  jointSubgraph,
  hubSubgraph,
];

/** What follows from a change across institutions. */
export const reactions: readonly Reaction[] = jointReactions;
