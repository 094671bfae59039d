// Which words of a built-in type's instances own a reference: name as Python shows it, byte offset. The rest of an
// instance (items, tables, attributes) is in traverse.ts.

import {
  PyBaseExceptionObject as E,
  PyFunctionObject as F,
  PyGenObject as G,
  PyByteArrayObject,
  PyCellObject,
  PyCFunctionObject,
  PyCodeObject,
  PyDescrObject,
  PyFrameObject,
  PyManagedBufferObject,
  PyMemoryViewObject,
  PyMethodObject,
  PyModuleObject,
  PySliceObject,
  PyTracebackObject,
  PyWeakReference,
  seqiterobject,
} from '../simulator/heap/structs.ts'
import type { OwnedField } from '../simulator/heap/typeslots.ts'

/** The first field of an object without a size. */
const FIRST = 16

function fields(...names: (string | null)[]): OwnedField[] {
  return names.flatMap((name, i) => (name === null ? [] : [[name, FIRST + i * 8] as const]))
}

const descriptor: readonly OwnedField[] = [
  ['__objclass__', PyDescrObject.d_type],
  ['__name__', PyDescrObject.d_name],
  ['__qualname__', PyDescrObject.d_qualname],
]
const sequenceIterator: readonly OwnedField[] = [['it_seq', seqiterobject.it_seq]]
const dictIterator = fields('di_dict', null, null, 'di_result')
const dictView = fields('mapping')
const generator: readonly OwnedField[] = [
  ['__name__', G.gi_name],
  ['__qualname__', G.gi_qualname],
  ['exc_value', G.exc_value],
  ['origin', G.gi_origin_or_finalizer],
  ['gi_code', G.gi_code],
]
const typeParameter = fields(
  '__name__',
  '__value__',
  'evaluate_value',
  '__default__',
  'evaluate_default',
  '__type_params__',
  '__module__',
)
const wrapper = fields('__func__', '__dict__')

/** By name of the type (heap/statictypes.ts). */
export const OWNED: Readonly<Record<string, readonly OwnedField[]>> = {
  bytearray: [['ob_bytes_object', PyByteArrayObject.ob_bytes_object]],
  bytearray_iterator: sequenceIterator,
  memory_iterator: sequenceIterator,
  memoryview: [['mbuf', PyMemoryViewObject.mbuf]],
  managedbuffer: [['obj', PyManagedBufferObject.obj]],
  cell: [['cell_contents', PyCellObject.ob_ref]],
  slice: [
    ['start', PySliceObject.start],
    ['stop', PySliceObject.stop],
    ['step', PySliceObject.step],
  ],
  range: fields('start', 'stop', 'step', 'length'),
  longrange_iterator: fields('start', 'step', 'len', 'index'),
  list_iterator: sequenceIterator,
  list_reverseiterator: sequenceIterator,
  tuple_iterator: sequenceIterator,
  line_iterator: fields('li_code'),
  positions_iterator: fields('pi_code'),
  str_iterator: sequenceIterator,
  str_ascii_iterator: sequenceIterator,
  bytes_iterator: sequenceIterator,
  iterator: sequenceIterator,
  reversed: sequenceIterator,
  callable_iterator: fields('it_callable', 'it_sentinel'),
  dict_keys: dictView,
  dict_values: dictView,
  dict_items: dictView,
  dict_keyiterator: dictIterator,
  dict_valueiterator: dictIterator,
  dict_itemiterator: dictIterator,
  dict_reversekeyiterator: dictIterator,
  dict_reversevalueiterator: dictIterator,
  dict_reverseitemiterator: dictIterator,
  set_iterator: fields('si_set'),
  enumerate: fields(null, 'en_sit', 'en_result', 'en_longindex'),
  zip: fields(null, 'ittuple', 'result'),
  map: fields('iters', 'func'),
  filter: fields('func', 'it'),
  function: [
    ['__globals__', F.func_globals],
    ['__builtins__', F.func_builtins],
    ['__name__', F.func_name],
    ['__qualname__', F.func_qualname],
    ['__code__', F.func_code],
    ['__defaults__', F.func_defaults],
    ['__kwdefaults__', F.func_kwdefaults],
    ['__closure__', F.func_closure],
    ['__doc__', F.func_doc],
    ['__dict__', F.func_dict],
    ['__module__', F.func_module],
    ['__annotations__', F.func_annotations],
    ['__type_params__', F.sizeof],
    ['__annotate__', F.sizeof + 8],
  ],
  method: [
    ['__func__', PyMethodObject.im_func],
    ['__self__', PyMethodObject.im_self],
  ],
  builtin_function_or_method: [
    ['__self__', PyCFunctionObject.m_self],
    ['__module__', PyCFunctionObject.m_module],
  ],
  method_descriptor: descriptor,
  classmethod_descriptor: descriptor,
  wrapper_descriptor: descriptor,
  getset_descriptor: descriptor,
  member_descriptor: descriptor,
  method_wrapper: fields('__func__', '__self__'),
  mappingproxy: fields('mapping'),
  property: fields('fget', 'fset', 'fdel', '__doc__', '__name__'),
  staticmethod: wrapper,
  classmethod: wrapper,
  super: fields('__thisclass__', '__self__', '__self_class__'),
  module: [
    ['__dict__', PyModuleObject.md_dict],
    ['__name__', PyModuleObject.md_name],
  ],
  SimpleNamespace: fields('__dict__'),
  Union: fields('__args__', 'hashable_args'),
  code: [
    ['co_consts', PyCodeObject.co_consts],
    ['co_names', PyCodeObject.co_names],
    ['co_exceptiontable', PyCodeObject.co_exceptiontable],
    ['co_localsplusnames', PyCodeObject.co_localsplusnames],
    ['co_filename', PyCodeObject.co_filename],
    ['co_name', PyCodeObject.co_name],
    ['co_qualname', PyCodeObject.co_qualname],
    ['co_linetable', PyCodeObject.co_linetable],
    ['_co_code', PyCodeObject._co_code],
  ],
  frame: [
    ['f_back', PyFrameObject.f_back],
    ['f_overwritten_fast_locals', PyFrameObject.f_overwritten_fast_locals],
    ['f_extra_locals', PyFrameObject.f_extra_locals],
  ],
  generator,
  coroutine: generator,
  async_generator: generator,
  FrameLocalsProxy: fields('frame'),
  GenericAlias: fields('__origin__', '__args__', '__parameters__'),
  TypeVar: typeParameter,
  ParamSpec: typeParameter,
  TypeVarTuple: typeParameter,
  TypeAliasType: typeParameter,
  Template: fields('strings', 'interpolations'),
  Interpolation: fields('value', 'expression', 'conversion', 'format_spec'),
  TemplateIter: fields('stringsiter', 'interpolationsiter'),
  coroutine_wrapper: fields('cw_coroutine'),
  async_generator_asend: fields('ags_gen', 'ags_sendval'),
  async_generator_athrow: fields('agt_gen', 'agt_args'),
  async_generator_wrapped_value: fields('agw_val'),
  anext_awaitable: fields('wrapped', 'default_value'),
  traceback: [
    ['tb_next', PyTracebackObject.tb_next],
    ['tb_frame', PyTracebackObject.tb_frame],
  ],
  weakref: [['__callback__', PyWeakReference.wr_callback]],
  weakproxy: [['__callback__', PyWeakReference.wr_callback]],
  weakcallableproxy: [['__callback__', PyWeakReference.wr_callback]],
}

/** What every exception owns. */
export const OWNED_BY_EXCEPTIONS: readonly OwnedField[] = [
  ['__dict__', E.dict],
  ['args', E.args],
  ['__notes__', E.notes],
  ['__traceback__', E.traceback],
  ['__context__', E.context],
  ['__cause__', E.cause],
]
