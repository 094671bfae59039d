// The facts by which tuple, list, dict, set and their iterators differ between versions.

/** How containers grow, shrink and are watched by the collector. */
export interface ContainerFacts {
  /** A tuple is watched by the collector only if an item can be part of a cycle; before, from its birth on. */
  readonly tuplesTrackedByContents: boolean
  /**
   * The tuple of an iterable is made as long as that says it is, before its items come (up to 3.13): what is said where it
   * is held elsewhere meanwhile, and cannot be resized. `null`: the items are kept apart until all are there.
   */
  readonly tupleResizeRefused: string | null
  /** A native's pair, of `divmod` or `span`, is one of those; before, it was watched from its birth on too. */
  readonly pairsTrackedByContents: boolean
  /** A dict is always watched; before, from the first key or value that can be part of a cycle. */
  readonly dictsAlwaysTracked: boolean
  /** The copy of an empty dict is new memory, not a dead dict of the free list (3.15). */
  readonly emptyCopyIsNew: boolean
  /** A frozenset is watched only if an item can be part of a cycle. */
  readonly frozensetsTrackedByContents: boolean
  /** Lists with room for no more than this are never shrunk by a resize. */
  readonly listShrinkFloor: number
  /** `del l[i]` works like `del l[i:i+1]`, keeps the memory, or resizes the list (but does not free an empty one's). */
  readonly deleteItem: 'slice' | 'keep' | 'resize'
  /** Assigning to `l[i:j]` holds the sequence twice: the subscript and the slice each take a reference to it. */
  readonly sliceHoldsTwice: boolean
  /** An iterator made by `reversed(list)` still holds its list when it has come to the beginning. */
  readonly reversedKeepsList: boolean
  /** Popping the last item frees the block of items, as `l.clear()` does; before, the list is resized to nothing. */
  readonly lastPopFrees: boolean
  /** A set display takes over what lies on the stack; before, the set had a reference of its own first. */
  readonly setAddTakes: boolean
  /** The methods of set that take any number of arguments get them in a tuple; 'clinic': which they make themselves. */
  readonly setMethodsPackArguments: boolean | 'clinic'
  /** `print` gets what it prints in a tuple (up to 3.13), `max` and `min` what they compare (up to 3.12). */
  readonly printPacksArguments: boolean
  /** `dir` gets what it is asked about in a tuple. */
  readonly dirPacksArguments: boolean
  /** The tuple of the names of `print`'s keyword arguments is made when it is first called (3.11); later it is static. */
  readonly printKeywordsAtFirstCall: boolean
  readonly extremesPackArguments: boolean
  /** `find`, `index`, `count`, `startswith` and their kin of str and bytes get their arguments in a tuple (up to 3.12). */
  readonly searchesPackArguments: boolean
  /** `print` holds the file it writes to (3.14+). */
  readonly printHoldsFile: boolean
  /** Comparing weak proxies holds what they stand for meanwhile (3.13+). */
  readonly proxyComparisonHolds: boolean
  /** A key of a frozenset is not held while it is compared: nobody takes it out (3.14+). */
  readonly frozensetKeysBorrowed: boolean
  /** `set.issubset` of an iterable makes a set of it; from 3.12 on, of what both have. */
  readonly issubsetMakesSet: boolean
  /** `<` of a mappingproxy is asked of its mapping; from 3.15 on it is not implemented. */
  readonly mappingproxyOrders: boolean
  /** Comparing cells holds what is in them meanwhile (3.14+). */
  readonly cellComparisonHolds: boolean
  /** `l.extend` of a dict, a set or a view of a dict grows as append does; before, to exactly the length. */
  readonly extendByResize: boolean
  /** The size of a new key table is the smallest power of two that is enough; before, sizes under 8 and exact powers doubled. */
  readonly exactKeysSize: boolean
  /** An empty dict of an instance that is given all items of another still shares its keys; before, it took a copy of their table. */
  readonly mergeKeepsSharedKeys: boolean
  /** A class's shared keys begin with the attributes its methods assign (`__static_attributes__`). */
  readonly sharedKeysFromStaticAttributes: boolean
  /** Who shows the collector the values that are stored in an instance which has a `__dict__` too. */
  readonly embeddedValuesVisitedBy: 'instance' | 'dict'
  /** Iterating a weak dictionary or set goes over a copy; before, what died waited until the iteration was over. */
  readonly weakContainersCopy: boolean
  /** repr(list) holds the item it shows. */
  readonly listReprHolds: boolean
  /** The last comparison of two lists holds the items it compares. */
  readonly listCompareHolds: boolean
  /** `map` takes `strict`. */
  readonly mapStrict: boolean
  /** `list.sort` lets a descending run hold equal items (and turns each group of them around on its own). */
  readonly equalItemsInDescendingRuns: boolean
  /** The least length of a run of `list.sort` changes from run to run. */
  readonly averagedMinruns: boolean
  /** `reverse` of list.sort and `keepends` of splitlines take anything that is true or false; before, an int. */
  readonly flagsTakeAny: boolean
  /** chr() says of every int that is no character that it is out of range (3.13+); before, of a C int only. */
  readonly chrTakesAny: boolean
  /** TypeError for an unhashable key or item, or null where it is hash()'s own; {0}: its type, {1}: hash()'s message. */
  readonly unhashableKey: string | null
  readonly unhashableItem: string | null
  /** ValueError of list.index; {0}: repr of the value. */
  readonly notInList: string
  /** TypeError of `l[i:j] = 5`. */
  readonly assignNotIterable: string
  /** TypeError of dict([5]); {0}: which element. */
  readonly updateElement: string
}
