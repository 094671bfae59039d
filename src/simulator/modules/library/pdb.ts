// Made by scripts/library.ts from the files in lib/, without their comments: modules in Python.
// biome-ignore-all format: one line for each file

/** Text by file name. */
export const texts: Readonly<Record<string, string>> = {
  'pdb.py': "\"\"\"The debugger's one function that a program calls in its own text (modules/breakpoint.ts says what it does here).\"\"\"\n\n\n\nfrom sys import __breakpointhook__ as _stop\n\n__all__ = ['set_trace']\n\n\ndef set_trace(*, header=None):\n    if header is not None:\n        print(header)\n    _stop()\n",
}
