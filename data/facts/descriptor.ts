import { defineExtractor } from './extractor.ts'
import type { Descriptor } from './shapes/descriptor.ts'
import { child, childrenOf, parseXml, placed, type XmlElement } from './xml.ts'

export const descriptor = defineExtractor<Descriptor>({
  id: 'descriptor',
  version: 1,
  maxBytes: 2_000_000,
  extract(content) {
    const parsed = parseXml(content)
    return parsed.ok ? { ok: true, fact: readDescriptor(parsed.root) } : parsed
  },
})

/** The elements that the platform's reader takes as keys of a translation. */
const LABELS = new Set([
  'description',
  'provider',
  'feature-title',
  'feature-description',
  'insert-service-name',
  'insert-service-label',
  'portlet-type-name',
  'daemon-name',
  'daemon-description',
])

function readDescriptor(root: XmlElement): Descriptor {
  const all = [...descendants(root)]
  const versions = child(root, 'core-version-dependency')
  return {
    root: root.name,
    line: root.line,
    elements: root.children
      .filter((each) => each.children.length === 0)
      .map(({ name, text, line }) => ({ name, text, line })),
    name: placed(child(root, 'name')),
    class: placed(child(root, 'class')),
    version: placed(child(root, 'version')),
    description: placed(child(root, 'description')),
    provider: placed(child(root, 'provider')),
    iconUrl: placed(child(root, 'icon-url')),
    minCoreVersion: placed(child(root, 'min-core-version') ?? child(versions, 'min-core-version')),
    maxCoreVersion: placed(child(root, 'max-core-version') ?? child(versions, 'max-core-version')),
    classes: all.filter((each) => namesClass(each, root)).map(named),
    labels: all.filter((each) => LABELS.has(each.name) && each.text !== '').map(named),
    applications: childrenOf(child(root, 'applications'), 'application').map((each) => ({
      id: child(each, 'application-id')?.text ?? null,
      class: placed(child(each, 'application-class')),
      line: each.line,
    })),
    features: childrenOf(child(root, 'admin-features'), 'admin-feature').map((each) => ({
      id: child(each, 'feature-id')?.text ?? null,
      title: placed(child(each, 'feature-title')),
      description: placed(child(each, 'feature-description')),
      url: placed(child(each, 'feature-url')),
      line: each.line,
    })),
  }
}

function namesClass(element: XmlElement, root: XmlElement): boolean {
  if (element.text === '' || element.children.length > 0) return false
  return element.name.endsWith('-class') || (element.name === 'class' && root.children.includes(element))
}

function named({ name, text, line }: XmlElement): Descriptor['classes'][number] {
  return { element: name, text, line }
}

function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const each of element.children) {
    yield each
    yield* descendants(each)
  }
}
