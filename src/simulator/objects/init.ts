// Objects/object.c, _PyTypes_InitTypes: the static types and singletons, brought to life in an order that lets each find
// what it needs: memory for every type first, then the objects types are made of (names, tuples, dicts), then the types.

import type { ThreadState } from '../heap/pystate.ts'
import { _PyAnextAwaitable_Type } from './anextawaitable.ts'
import { _PyAsyncGenASend_Type, _PyAsyncGenWrappedValue_Type, PyAsyncGen_Type } from './asyncgenobject.ts'
import { _PyAsyncGenAThrow_Type } from './asyncgenthrow.ts'
import { initBool, PyBool_Type } from './boolobject.ts'
import { PyByteArray_Type } from './bytearrayobject.ts'
import { PyByteArrayIter_Type, PyBytesIter_Type } from './bytesiter.ts'
import { PyBytes_Type } from './bytesobject.ts'
import { initBytes } from './bytesstorage.ts'
import { PyCell_Type } from './cellobject.ts'
import { PyMethod_Type } from './classobject.ts'
import { PyLineIterator_Type, PyPositionsIterator_Type } from './codeattributes.ts'
import { PyCode_Type } from './codeobject.ts'
import { PyComplex_Type } from './complexobject.ts'
import { _PyCoroWrapper_Type, PyCoro_Type } from './coroobject.ts'
import {
  _PyMethodWrapper_Type,
  PyClassMethodDescr_Type,
  PyGetSetDescr_Type,
  PyMemberDescr_Type,
  PyMethodDescr_Type,
  PyWrapperDescr_Type,
} from './descrobject.ts'
import {
  PyDictIterItem_Type,
  PyDictIterKey_Type,
  PyDictIterValue_Type,
  PyDictRevIterItem_Type,
  PyDictRevIterKey_Type,
  PyDictRevIterValue_Type,
} from './dictiter.ts'
import { PyDict_Type } from './dictmethods.ts'
import { PyDictItems_Type, PyDictKeys_Type, PyDictValues_Type } from './dictviews.ts'
import { PyEnum_Type, PyReversed_Type } from './enumobject.ts'
import { exceptionSpecs } from './exceptions.ts'
import { PyFloat_Type } from './floatobject.ts'
import { PyFrameLocalsProxy_Type } from './framelocalsproxy.ts'
import { PyFrame_Type } from './frameobject.ts'
import { PyFunction_Type } from './funcobject.ts'
import { classGetItemMethod, Py_GenericAliasType } from './genericaliasobject.ts'
import { PyGen_Type } from './genobject.ts'
import { PyCallIter_Type, PySeqIter_Type } from './iterobject.ts'
import { PyListIter_Type, PyListRevIter_Type } from './listiter.ts'
import { PyList_Type } from './listmethods.ts'
import { initSmallInts } from './longintrepr.ts'
import { PyLong_Type } from './longobject.ts'
import { _PyManagedBuffer_Type } from './managedbuffer.ts'
import { PyFilter_Type, PyMap_Type } from './mapobject.ts'
import { PyDictProxy_Type } from './mappingproxy.ts'
import { _PyMemoryIter_Type } from './memoryiter.ts'
import { PyMemoryView_Type } from './memoryobject.ts'
import { PyCFunction_Type } from './methodobject.ts'
import { PyClassMethod_Type, PyStaticMethod_Type } from './methodwrappers.ts'
import { PyModule_Type } from './moduleobject.ts'
import { _PyNamespace_Type } from './namespaceobject.ts'
import { _PyNone_Type, _PyNotImplemented_Type, initSingletons, PyEllipsis_Type } from './noneobject.ts'
import type { TypeSpec } from './object.ts'
import { PyBaseObject_Type } from './object_type.ts'
import { PyProperty_Type } from './property.ts'
import { PyLongRangeIter_Type, PyRangeIter_Type } from './rangeiter.ts'
import { PyRange_Type } from './rangeobject.ts'
import { PySetIter_Type } from './setiter.ts'
import { PyFrozenSet_Type, PySet_Type } from './setmethods.ts'
import { PySlice_Type } from './sliceobject.ts'
import { _PyUnicodeASCIIIter_Type, PyUnicodeIter_Type } from './stringiter.ts'
import { PySuper_Type } from './superobject.ts'
import { _PyInterpolation_Type, _PyTemplate_Type, _PyTemplateIter_Type } from './templateobject.ts'
import { PyTextIOWrapper_Type } from './textio.ts'
import { PyTraceBack_Type } from './traceback.ts'
import { PyTupleIter_Type } from './tupleiter.ts'
import { initEmptyTuple, PyTuple_Type } from './tupleobject.ts'
import { classGetItem, PyType_Type } from './type_type.ts'
import { addMethod, allocateStaticType, PyType_Ready } from './typeobject.ts'
import { typeParameterTypes } from './typevarobject.ts'
import { initUnicode, newStr, PyUnicode_Type } from './unicodeobject.ts'
import { _PyUnion_Type } from './unionobject.ts'
import { initWeakrefs, PyWeakref_RefType } from './weakrefobject.ts'
import { _PyWeakref_CallableProxyType, _PyWeakref_ProxyType } from './weakrefproxy.ts'
import { PyZip_Type } from './zipobject.ts'

/** Every static type, bases before what derives from them. */
export const staticTypes: readonly TypeSpec[] = [
  PyBaseObject_Type,
  PyType_Type,
  PyTuple_Type,
  PyDict_Type,
  PyUnicode_Type,
  PyLong_Type,
  PyBool_Type,
  PyFloat_Type,
  PyComplex_Type,
  PyBytes_Type,
  PyBytesIter_Type,
  PyByteArray_Type,
  PyByteArrayIter_Type,
  _PyManagedBuffer_Type,
  PyMemoryView_Type,
  _PyMemoryIter_Type,
  PyList_Type,
  PySet_Type,
  PyFrozenSet_Type,
  _PyNone_Type,
  _PyNotImplemented_Type,
  PyEllipsis_Type,
  PyMethodDescr_Type,
  PyClassMethodDescr_Type,
  PyWrapperDescr_Type,
  _PyMethodWrapper_Type,
  PyGetSetDescr_Type,
  PyMemberDescr_Type,
  PyDictProxy_Type,
  PyCFunction_Type,
  PyFunction_Type,
  PyMethod_Type,
  PyStaticMethod_Type,
  PyClassMethod_Type,
  PyProperty_Type,
  PySuper_Type,
  PyModule_Type,
  PyCell_Type,
  PyCode_Type,
  PyFrame_Type,
  PyFrameLocalsProxy_Type,
  PyTraceBack_Type,
  PyGen_Type,
  PyCoro_Type,
  _PyCoroWrapper_Type,
  PyAsyncGen_Type,
  _PyAsyncGenASend_Type,
  _PyAsyncGenAThrow_Type,
  _PyAsyncGenWrappedValue_Type,
  _PyAnextAwaitable_Type,
  ...typeParameterTypes,
  _PyTemplate_Type,
  _PyInterpolation_Type,
  _PyTemplateIter_Type,
  PySlice_Type,
  PyRange_Type,
  PyRangeIter_Type,
  PyLongRangeIter_Type,
  PyListIter_Type,
  PyListRevIter_Type,
  PyTupleIter_Type,
  PyLineIterator_Type,
  PyPositionsIterator_Type,
  PyUnicodeIter_Type,
  _PyUnicodeASCIIIter_Type,
  PySetIter_Type,
  PyDictKeys_Type,
  PyDictValues_Type,
  PyDictItems_Type,
  PyDictIterKey_Type,
  PyDictIterValue_Type,
  PyDictIterItem_Type,
  PyDictRevIterKey_Type,
  PyDictRevIterValue_Type,
  PyDictRevIterItem_Type,
  PySeqIter_Type,
  PyCallIter_Type,
  PyEnum_Type,
  PyReversed_Type,
  PyZip_Type,
  PyMap_Type,
  PyFilter_Type,
  PyWeakref_RefType,
  _PyWeakref_ProxyType,
  _PyWeakref_CallableProxyType,
  PyTextIOWrapper_Type,
  _PyNamespace_Type,
  Py_GenericAliasType,
  _PyUnion_Type,
  ...exceptionSpecs,
]

/** Readies all static types and makes the singletons. */
export function initTypes(ts: ThreadState): void {
  ts.newStr = (text) => newStr(ts, text)
  ts.classGetItem = (o, key) => classGetItem(ts, o, key)
  const types = staticTypes.filter(({ name }) => !ts.profile.modules.missing.includes(name))
  for (const spec of types) allocateStaticType(ts, spec)
  initEmptyTuple(ts)
  initSingletons(ts)
  initSmallInts(ts)
  initBool(ts)
  initUnicode(ts)
  initBytes(ts)
  initWeakrefs(ts)
  for (const spec of types) PyType_Ready(ts, spec)
  for (const name of GENERIC) addMethod(ts, ts.types[name], classGetItemMethod)
  addMethod(ts, ts.exc.BaseExceptionGroup, classGetItemMethod)
}

/** Classes that take arguments in brackets. */
const GENERIC = [
  'list',
  'dict',
  'tuple',
  'set',
  'frozenset',
  'enumerate',
  'weakref',
  'slice',
  'mappingproxy',
  'memoryview',
  'generator',
  'coroutine',
  'async_generator',
  'staticmethod',
  'classmethod',
] as const
