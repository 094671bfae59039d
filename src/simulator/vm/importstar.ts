// Python/ceval.c, import_all_from: `from module import *` enters the public names of a module in a namespace.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyObject_SetItem, PySequence_List } from '../objects/abstract.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format } from '../objects/errors.ts'
import { getAttributeText } from '../objects/genericattr.ts'
import { PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { PyObject_GetAttr, PyUnicode_Check, typeName } from '../objects/object.ts'
import { textOf } from '../objects/unicodeobject.ts'

/** Enters what `__all__` lists, or every name without a leading underscore. 0 ok, -1 error. */
export function importStar(ts: ThreadState, module: Borrowed, namespace: Borrowed): number {
  let listed = true
  let names = getAttributeText(ts, module, '__all__')
  if (names === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return -1
    PyErr_Clear(ts)
    listed = false
    const dict = getAttributeText(ts, module, '__dict__')
    if (dict === 0) {
      if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return -1
      PyErr_Clear(ts)
      PyErr_Format(ts, ts.exc.ImportError, 'from-import-* object has no __dict__ and no __all__')
      return -1
    }
    names = PySequence_List(ts, dict)
    DECREF(ts, dict)
    if (names === 0) return -1
  }
  const list = PySequence_List(ts, names)
  DECREF(ts, names)
  if (list === 0) return -1
  const mark = holdMark(ts)
  hold(ts, list)
  let status = 0
  for (let i = 0; i < PyList_GET_SIZE(ts, list) && status === 0; i++)
    status = enter(ts, module, namespace, PyList_GET_ITEM(ts, list, i), listed)
  release(ts, mark)
  DECREF(ts, list)
  return status
}

function enter(ts: ThreadState, module: Borrowed, namespace: Borrowed, name: Borrowed, listed: boolean): number {
  if (!PyUnicode_Check(ts, name)) {
    const what = listed ? 'Item in' : 'Key in'
    const where = listed ? '__all__' : '__dict__'
    const own = getAttributeText(ts, module, '__name__')
    if (own === 0) return -1
    if (PyUnicode_Check(ts, own)) {
      const message = `${what} ${textOf(ts, own)}.${where} must be str, not ${typeName(ts, name)}`
      PyErr_Format(ts, ts.exc.TypeError, message)
    } else PyErr_Format(ts, ts.exc.TypeError, `module __name__ must be a string, not ${typeName(ts, own)}`)
    DECREF(ts, own)
    return -1
  }
  if (!listed && textOf(ts, name).startsWith('_')) return 0
  const value = PyObject_GetAttr(ts, module, name)
  if (value === 0) return -1
  const status = PyObject_SetItem(ts, namespace, name, value)
  DECREF(ts, value)
  return status
}
