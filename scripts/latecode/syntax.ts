// What the build asks of a syntax tree: names, functions, assignments. Trees are ESTree with TypeScript's nodes, as the
// bundler's own parser gives them.

/** A node. Offsets are in characters of the file. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  // biome-ignore lint/suspicious/noExplicitAny: the fields of a node depend on its type, and there are two hundred of those
  readonly [field: string]: any
}

/** Nodes of types that have a value in them; all others that begin with TS are gone when the program runs. */
const VALUES = /^TS(As|Satisfies|NonNull)Expression$/

function isType({ type }: Node): boolean {
  return type.startsWith('TS') && !VALUES.test(type)
}

/** Whether something is a node. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** The nodes right below a node, types left out. */
export function* children(node: Node): Iterable<Node> {
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child) && !isType(child)) yield child
}

/** Whether a node, or one below it, is as asked. */
export function contains(node: Node, asked: (node: Node) => boolean): boolean {
  if (asked(node)) return true
  for (const child of children(node)) if (contains(child, asked)) return true
  return false
}

/** A function of any kind. */
export function isFunction({ type }: Node): boolean {
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'
}

/** The functions in a node that stand in no other function, with the code of each. */
export function outermostFunctions(node: Node): Node[] {
  if (isFunction(node)) return node.body ? [node] : []
  return [...children(node)].flatMap(outermostFunctions)
}

/**
 * Every name a node may read. Names of its own are among them: they only make it seem to use more than it does.
 * @param without nodes that are not looked into
 */
export function namesIn(node: Node, without: ReadonlySet<Node> = new Set(), names = new Set<string>()): Set<string> {
  if (without.has(node)) return names
  if (node.type === 'Identifier') names.add(node.name)
  for (const child of children(node)) {
    const isKey = !node.computed && (child === node.property || (child === node.key && node.value !== undefined))
    if (!isKey) namesIn(child, without, names)
  }
  return names
}

/** The names a node may assign to. */
export function assignedIn(node: Node, names = new Set<string>()): Set<string> {
  if (node.type === 'AssignmentExpression') namesIn(node.left, undefined, names)
  if (node.type === 'UpdateExpression') namesIn(node.argument, undefined, names)
  for (const child of children(node)) assignedIn(child, names)
  return names
}
