// CPython's 64-bit struct layouts, as tables: the machine takes its offsets from them, the views decode by them.
// Where versions differ in a header's size the profile says so (profiles/machine.ts, `layout`).

/** What a field holds. `ptr` owns a reference or points to a buffer; numbers are little-endian. */
export type FieldKind = 'ptr' | 'ssize' | 'int' | 'hash' | 'double'

type Fields = readonly (readonly [name: string, kind: FieldKind])[]

/** Offsets in bytes by field name, and the whole size. */
export type Layout<F extends Fields> = { readonly [K in F[number][0]]: number } & { readonly sizeof: number }

/** Lays fields of 8 bytes each (4 for `int`) one after the other from byte `start`. */
export function layout<const F extends Fields>(start: number, fields: F): Layout<F> {
  const offsets: Record<string, number> = {}
  let at = start
  for (const [name, kind] of fields) {
    offsets[name] = at
    at += kind === 'int' ? 4 : 8
  }
  offsets.sizeof = (at + 7) & ~7
  return Object.freeze(offsets) as Layout<F>
}

/** Every object: the count first, then the type. */
export const PyObject = layout(0, [
  ['ob_refcnt', 'ssize'],
  ['ob_type', 'ptr'],
])

/** Objects with a number of items. */
export const PyVarObject = layout(PyObject.sizeof, [['ob_size', 'ssize']])

/** What stands before every object the collector may look at. The flags live in the low bits of `_gc_prev`. */
export const PyGC_Head = layout(0, [
  ['_gc_next', 'ptr'],
  ['_gc_prev', 'ptr'],
])

/** 3.12: the sign and the number of digits share `lv_tag`; in 3.11 the same field is `ob_size`, negative below zero. */
export const PyLongObject = layout(PyObject.sizeof, [
  ['lv_tag', 'ssize'],
  ['ob_digit', 'int'],
])

export const PyFloatObject = layout(PyObject.sizeof, [['ob_fval', 'double']])

/** The characters follow the header; the model keeps the text itself in a side table and its number in the first word. */
export const PyUnicodeObject = layout(PyObject.sizeof, [
  ['length', 'ssize'],
  ['hash', 'hash'],
  ['state', 'int'],
])

export const PyBytesObject = layout(PyVarObject.sizeof, [
  ['ob_shash', 'hash'],
  ['ob_sval', 'ptr'],
])

/** The low word of the hash that marks a bytes object whose bytes lie in the image; the high one is 0. */
export const BYTES_IN_PLACE = -2

/** From 3.15 on the bytes lie in a bytes object, which follows these fields. */
export const PyByteArrayObject = layout(PyObject.sizeof, [
  ['ob_size', 'ssize'],
  ['ob_alloc', 'ssize'],
  ['ob_bytes', 'ptr'],
  ['ob_start', 'ptr'],
  ['ob_exports', 'ssize'],
  ['ob_bytes_object', 'ptr'],
])

/** What a Py_buffer is from byte `start` on. `obj` owns the exporter. */
function bufferFields(start: number) {
  return layout(start, [
    ['buf', 'ptr'],
    ['obj', 'ptr'],
    ['len', 'ssize'],
    ['itemsize', 'ssize'],
    ['readonly', 'int'],
    ['ndim', 'int'],
    ['format', 'ptr'],
    ['shape', 'ptr'],
    ['strides', 'ptr'],
    ['suboffsets', 'ptr'],
    ['internal', 'ptr'],
  ])
}

/** managedbuffer: the buffer of an exporter, shared by the memoryviews made from it and from each other. */
export const PyManagedBufferObject = Object.freeze({ flags: 16, exports: 24, ...bufferFields(32) })

/** memoryview of one dimension; shape, stride and suboffset follow. `view.obj` is borrowed from the managed buffer. */
export const PyMemoryViewObject = Object.freeze({
  mbuf: 24,
  hash: 32,
  flags: 40,
  exports: 48,
  ...bufferFields(56),
  weakreflist: 136,
  shape0: 144,
  stride0: 152,
})

export const PyListObject = layout(PyVarObject.sizeof, [
  ['ob_item', 'ptr'],
  ['allocated', 'ssize'],
])

export const PyDictObject = layout(PyObject.sizeof, [
  ['ma_used', 'ssize'],
  ['ma_version_tag', 'ssize'],
  ['ma_keys', 'ptr'],
  ['ma_values', 'ptr'],
])

/** `dk_log2_size`, `dk_log2_index_bytes` and `dk_kind` are the three lowest bytes of `dk_sizes`. */
export const PyDictKeysObject = layout(0, [
  ['dk_refcnt', 'ssize'],
  ['dk_sizes', 'int'],
  ['dk_version', 'int'],
  ['dk_usable', 'ssize'],
  ['dk_nentries', 'ssize'],
])

/** Before an instance: the dict made of its values (3.12: or the values, marked by the lowest bit), and its weak references. */
export const MANAGED_DICT_OFFSET = -24
export const MANAGED_WEAKREF_OFFSET = -32
/** 3.11 only: the values, where later versions keep the weak references. */
export const MANAGED_VALUES_OFFSET = -32

/** The values inside an instance, or in a block of their own (3.13). In the first word a byte each: capacity, size, embedded, valid. */
export const PyDictValues = layout(0, [
  ['capacity', 'int'],
  ['padding', 'int'],
  ['values', 'ptr'],
])

export const PySetObject = layout(PyObject.sizeof, [
  ['fill', 'ssize'],
  ['used', 'ssize'],
  ['mask', 'ssize'],
  ['table', 'ptr'],
  ['hash', 'hash'],
  ['finger', 'ssize'],
])

/** Iterators over list, tuple and any sequence. A used-up one has given up its sequence. */
export const seqiterobject = layout(PyObject.sizeof, [
  ['it_index', 'ssize'],
  ['it_seq', 'ptr'],
])

export const PyCellObject = layout(PyObject.sizeof, [['ob_ref', 'ptr']])

export const PySliceObject = layout(PyObject.sizeof, [
  ['start', 'ptr'],
  ['stop', 'ptr'],
  ['step', 'ptr'],
])

export const PyWeakReference = layout(PyObject.sizeof, [
  ['wr_object', 'ptr'],
  ['wr_callback', 'ptr'],
  ['hash', 'hash'],
  ['wr_prev', 'ptr'],
  ['wr_next', 'ptr'],
])

export const PyModuleObject = layout(PyObject.sizeof, [
  ['md_dict', 'ptr'],
  ['md_def', 'ptr'], // NOT CPYTHON: where the module comes from, an index into `ORIGINS`
  ['md_state', 'ptr'],
  ['md_weaklist', 'ptr'],
  ['md_name', 'ptr'],
])

export const PyMethodObject = layout(PyObject.sizeof, [
  ['im_func', 'ptr'],
  ['im_self', 'ptr'],
  ['im_weakreflist', 'ptr'],
  ['vectorcall', 'ssize'],
])

/** `m_ml` numbers the function in the table of native functions (a pointer to a PyMethodDef in CPython). */
export const PyCFunctionObject = layout(PyObject.sizeof, [
  ['m_ml', 'ssize'],
  ['m_self', 'ptr'],
  ['m_module', 'ptr'],
  ['m_weakreflist', 'ptr'],
  ['vectorcall', 'ssize'],
])

/** method_descriptor, wrapper_descriptor, getset_descriptor, member_descriptor: `d_payload` numbers the native part. */
export const PyDescrObject = layout(PyObject.sizeof, [
  ['d_type', 'ptr'],
  ['d_name', 'ptr'],
  ['d_qualname', 'ptr'],
  ['d_payload', 'ssize'],
  ['vectorcall', 'ssize'],
])

export const PyFunctionObject = layout(PyObject.sizeof, [
  ['func_globals', 'ptr'],
  ['func_builtins', 'ptr'],
  ['func_name', 'ptr'],
  ['func_qualname', 'ptr'],
  ['func_code', 'ptr'],
  ['func_defaults', 'ptr'],
  ['func_kwdefaults', 'ptr'],
  ['func_closure', 'ptr'],
  ['func_doc', 'ptr'],
  ['func_dict', 'ptr'],
  ['func_weakreflist', 'ptr'],
  ['func_module', 'ptr'],
  ['func_annotations', 'ptr'],
  ['vectorcall', 'ssize'],
  ['func_version', 'ssize'],
])

/** `code_number` numbers the immutable instructions in `ts.codes`; `_co_code` keeps the bytes of them once asked for. */
export const PyCodeObject = layout(PyVarObject.sizeof, [
  ['co_consts', 'ptr'],
  ['co_names', 'ptr'],
  ['co_exceptiontable', 'ptr'],
  ['co_localsplusnames', 'ptr'],
  ['co_filename', 'ptr'],
  ['co_name', 'ptr'],
  ['co_qualname', 'ptr'],
  ['co_linetable', 'ptr'],
  ['co_weakreflist', 'ptr'],
  ['code_number', 'ssize'],
  ['_co_code', 'ptr'],
])

/** Up to `tp_watched` as in cpython/object.h; `slots_number` stands for all the function pointers (`ts.slots`). */
export const PyTypeObject = Object.freeze({
  tp_name: 24,
  tp_basicsize: 32,
  tp_itemsize: 40,
  slots_number: 48,
  tp_flags: 168,
  tp_doc: 176,
  tp_weaklistoffset: 208,
  tp_base: 256,
  tp_dict: 264,
  tp_dictoffset: 288,
  tp_bases: 336,
  tp_mro: 344,
  tp_cache: 352,
  tp_subclasses: 360,
  tp_weaklist: 368,
  tp_version_tag: 384,
  ht_name: 856,
  ht_slots: 864,
  ht_qualname: 872,
  ht_cached_keys: 880,
  ht_module: 888,
  /** `_spec_cache.getitem` (3.12+): the `__getitem__` that a specialised subscript calls; borrowed. */
  spec_getitem: 904,
})

const frameFields = layout(0, [
  ['f_executable', 'ptr'],
  ['previous', 'ptr'],
  ['f_funcobj', 'ptr'],
  ['f_globals', 'ptr'],
  ['f_builtins', 'ptr'],
  ['f_locals', 'ptr'],
  ['frame_obj', 'ptr'],
  ['instr_ptr', 'ssize'],
  ['stackpointer', 'ptr'],
])

/**
 * A frame, on the data stack or in the object that owns it; `localsplus` cells (locals, cells, free variables, then the
 * value stack) follow. The small numbers stand in the high words of pointers, so that the frame is no larger than CPython's.
 */
export const InterpreterFrame = Object.freeze({
  ...frameFields,
  prev_line: frameFields.frame_obj + 4,
  return_value: frameFields.previous + 4,
  owner: frameFields.instr_ptr + 4,
  flags: frameFields.stackpointer + 4,
})

const generatorFields = layout(PyObject.sizeof, [
  ['gi_weakreflist', 'ptr'],
  ['gi_name', 'ptr'],
  ['gi_qualname', 'ptr'],
  ['exc_value', 'ptr'],
  ['previous_item', 'ptr'],
  ['gi_origin_or_finalizer', 'ptr'],
  ['gi_frame_state', 'int'],
  ['gi_flags', 'int'],
])

/**
 * Generators, coroutines and asynchronous generators: the frame stands at `gi_iframe`. `exc_value` and `previous_item`
 * are what the generator itself is handling (gi_exc_state). `gi_flags` has the bits of an asynchronous generator. `gi_code` (3.11) is a reference beside the frame's own.
 */
export const PyGenObject = Object.freeze({ ...generatorFields, gi_code: generatorFields.gi_weakreflist + 4 })

export const PyBaseExceptionObject = layout(PyObject.sizeof, [
  ['dict', 'ptr'],
  ['args', 'ptr'],
  ['notes', 'ptr'],
  ['traceback', 'ptr'],
  ['context', 'ptr'],
  ['cause', 'ptr'],
  ['suppress_context', 'int'],
  ['unmade_next', 'int'], // NOT CPYTHON, which has nothing here: the next in the list of `Interpreter.unmade`
])

export const PyTracebackObject = layout(PyObject.sizeof, [
  ['tb_next', 'ptr'],
  ['tb_frame', 'ptr'],
  ['tb_lasti', 'int'],
  ['tb_lineno', 'int'],
])

export const PyFrameObject = layout(PyObject.sizeof, [
  ['f_back', 'ptr'],
  ['f_frame', 'ptr'],
  ['f_overwritten_fast_locals', 'ptr'],
  ['f_extra_locals', 'ptr'],
])

/** Requests of pymalloc are rounded up to this many bytes: the distance from one size class to the next. */
export const ALIGNMENT = 16
/** Largest request, in bytes, that pymalloc serves. */
export const SMALL_REQUEST_THRESHOLD = 512
export const NB_SMALL_SIZE_CLASSES = SMALL_REQUEST_THRESHOLD / ALIGNMENT
export const ARENA_SIZE = 1 << 20
export const POOL_SIZE = 1 << 14

/**
 * The first 48 bytes of a pool. `freeblock` heads the list of freed blocks, each of which begins with the address of the
 * next; `nextoffset` is the first byte that was never given out.
 */
export const PoolHeader = layout(0, [
  ['ref_count', 'int'],
  ['padding', 'int'],
  ['freeblock', 'ptr'],
  ['nextpool', 'ptr'],
  ['prevpool', 'ptr'],
  ['arenaindex', 'int'],
  ['szidx', 'int'],
  ['nextoffset', 'int'],
  ['maxnextoffset', 'int'],
])
export const POOL_OVERHEAD = PoolHeader.sizeof

/** One row of the table of arenas. `address` 0: the row is unused; pools are cut off at `pool_address`. */
export const ArenaObject = layout(0, [
  ['address', 'ptr'],
  ['pool_address', 'ptr'],
  ['nfreepools', 'int'],
  ['ntotalpools', 'int'],
  ['freepools', 'ptr'],
  ['nextarena', 'ptr'],
  ['prevarena', 'ptr'],
])

/** Bytes of a block of size class `index`. */
export function blockSize(index: number): number {
  return (index + 1) << 4
}
