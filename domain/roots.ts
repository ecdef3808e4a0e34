import * as Y from 'yjs'

/**
 * The root of that name as a map, or null when the document uses the name for another type or not at all.
 * `doc.getMap` alone would throw on the first; readers must not.
 */
export function mapRoot(doc: Y.Doc, name: string): Y.Map<unknown> | null {
  const root: unknown = doc.share.get(name)
  if (root instanceof Y.Map) return root
  return isUntyped(root) ? doc.getMap(name) : null
}

/** The root of that name as prose, with the same promise. */
export function fragmentRoot(doc: Y.Doc, name: string): Y.XmlFragment | null {
  const root: unknown = doc.share.get(name)
  if (root instanceof Y.XmlFragment) return root instanceof Y.XmlElement ? null : root
  return isUntyped(root) ? doc.getXmlFragment(name) : null
}

/** A root that came with an update and that nobody here has opened as a type yet. */
function isUntyped(root: unknown): boolean {
  return root instanceof Y.AbstractType && root.constructor === Y.AbstractType
}
