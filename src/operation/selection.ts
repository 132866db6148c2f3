import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Names of the fields selected under a field, or deeper along `path` (`['edges', 'node']`), through fragments. */
export function selectedFields(info: Place, ...path: string[]): Set<string> {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) nodes = childrenOf(nodes, info).filter((node) => node.name.value === name);
  return new Set(childrenOf(nodes, info).map((node) => node.name.value));
}

/** What is wanted of the nodes of a connection, whether by `nodes` or by `edges { node }`. */
export function selectedOfNodes(info: Place): Set<string> {
  return new Set([...selectedFields(info, 'nodes'), ...selectedFields(info, 'edges', 'node')]);
}

function childrenOf(nodes: readonly FieldNode[], info: Place): FieldNode[] {
  const entered = new Set<string>();
  return nodes.flatMap((node) => (node.selectionSet ? fieldsIn(node.selectionSet, info, entered) : []));
}

/** A fragment is entered once, as in the execution: spread again it selects nothing new. */
function fieldsIn(selectionSet: SelectionSetNode, info: Place, entered: Set<string>): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet, info, entered);
    const name = selection.name.value;
    const fragment = info.fragments[name];
    if (!fragment || entered.has(name)) return [];
    entered.add(name);
    return fieldsIn(fragment.selectionSet, info, entered);
  });
}
