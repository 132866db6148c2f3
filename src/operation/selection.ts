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
  return nodes.flatMap((node) => (node.selectionSet ? fieldsIn(node.selectionSet, info) : []));
}

function fieldsIn(selectionSet: SelectionSetNode, info: Place): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet, info);
    const fragment = info.fragments[selection.name.value];
    return fragment ? fieldsIn(fragment.selectionSet, info) : [];
  });
}
