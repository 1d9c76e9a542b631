import java from '@ast-grep/lang-java'
import { parse, registerDynamicLanguage, type SgNode } from '@ast-grep/napi'
import type { JavaType, JavaTypeKind } from '#data/facts/shapes/java-outline.ts'

registerDynamicLanguage({ java })

const TYPES: ReadonlyMap<string, JavaTypeKind> = new Map([
  ['class_declaration', 'class'],
  ['interface_declaration', 'interface'],
  ['enum_declaration', 'enum'],
  ['record_declaration', 'record'],
  ['annotation_type_declaration', 'annotation'],
])

/** An outline by a full grammar of Java: slow, and independent of the scanner that it is compared with. */
export function outlineByGrammar(source: string) {
  const root = parse('java', source).root()
  const declaration = root.children().find((node) => node.kind() === 'package_declaration')
  return {
    package: declaration ? qualified(declaration) : null,
    imports: root.children().filter(isKind('import_declaration')).map(importOf),
    types: typesIn(root),
    hasError: root.find({ rule: { kind: 'ERROR' } }) !== null,
  }
}

/** The part of an outline that both sides can say. */
export function comparable(type: JavaType): unknown {
  const { annotations, fields, methods, types, extends: parents, implements: interfaces, ...rest } = type
  return {
    ...rest,
    annotations: annotations.map((each) => `${each.name}:${each.line}`),
    extends: parents.map(dense),
    implements: interfaces.map(dense),
    recordComponents: type.recordComponents.map((each) => ({ ...each, type: dense(each.type) })),
    fields: fields.map((each) => ({
      name: each.name,
      type: dense(each.type),
      modifiers: each.modifiers,
      annotations: each.annotations.map((annotation) => annotation.name),
      line: each.line,
      hasInitializer: each.initializer !== null,
    })),
    methods: methods.map((each) => ({
      ...each,
      returnType: each.returnType === null ? null : dense(each.returnType),
      parameters: each.parameters.map(dense),
      annotations: each.annotations.map((annotation) => annotation.name),
    })),
    types: types.map(comparable),
  }
}

function typesIn(parent: SgNode): unknown[] {
  return parent.children().flatMap((node) => {
    const kind = TYPES.get(String(node.kind()))
    return kind === undefined ? [] : [typeOf(node, kind)]
  })
}

function typeOf(node: SgNode, kind: JavaTypeKind): unknown {
  const body = node.field('body')
  const members = body ? membersOf(body) : []
  const name = node.field('name')
  const typeName = name?.text() ?? ''
  const components = parametersOf(node)
  return {
    kind,
    name: typeName,
    line: lineOf(name ?? node),
    modifiers: modifiersOf(node),
    annotations: annotationsOf(node).map((each) => `${annotationName(each)}:${lineOf(each)}`),
    extends: [...typeList(node, 'superclass'), ...typeList(node, 'extends_interfaces')],
    implements: typeList(node, 'super_interfaces'),
    enumConstants: (body?.children() ?? []).filter(isKind('enum_constant')).map((each) => ({
      name: each.field('name')?.text() ?? '',
      line: lineOf(each.field('name') ?? each),
    })),
    recordComponents: kind === 'record' ? components : [],
    fields: members.flatMap((each) => fieldsOf(each)),
    methods: members.flatMap((each) =>
      methodsOf(
        each,
        components.map((component) => component.type),
      ),
    ),
    types: members.flatMap((each) => {
      const inner = TYPES.get(String(each.kind()))
      return inner === undefined ? [] : [typeOf(each, inner)]
    }),
  }
}

function membersOf(body: SgNode): readonly SgNode[] {
  return body.children().flatMap((node) => (node.kind() === 'enum_body_declarations' ? node.children() : [node]))
}

function fieldsOf(node: SgNode) {
  if (node.kind() !== 'field_declaration' && node.kind() !== 'constant_declaration') return []
  const type = dense(withoutAnnotations(node.field('type')))
  return node
    .children()
    .filter(isKind('variable_declarator'))
    .map((each) => ({
      name: each.field('name')?.text() ?? '',
      type: type + dense(each.field('dimensions')?.text() ?? ''),
      modifiers: modifiersOf(node),
      annotations: annotationsOf(node).map(annotationName),
      line: lineOf(each.field('name') ?? each),
      hasInitializer: each.field('value') !== null,
    }))
}

function methodsOf(node: SgNode, components: readonly string[]) {
  const kind = String(node.kind())
  const isConstructor = kind === 'constructor_declaration' || kind === 'compact_constructor_declaration'
  if (!isConstructor && kind !== 'method_declaration' && kind !== 'annotation_type_element_declaration') return []
  const name = node.field('name')
  const returned = dense(withoutAnnotations(node.field('type'))) + dense(node.field('dimensions')?.text() ?? '')
  return [
    {
      name: name?.text() ?? '',
      isConstructor,
      returnType: isConstructor ? null : returned,
      parameters: kind === 'compact_constructor_declaration' ? components : parametersOf(node).map((each) => each.type),
      modifiers: modifiersOf(node),
      annotations: annotationsOf(node).map(annotationName),
      line: lineOf(name ?? node),
    },
  ]
}

function parametersOf(node: SgNode) {
  const list = node.field('parameters')?.children() ?? []
  return list.flatMap((each) => {
    if (each.kind() === 'formal_parameter') {
      const name = each.field('name')
      const type = withoutAnnotations(each.field('type')) + (each.field('dimensions')?.text() ?? '')
      return [{ name: name?.text() ?? '', type: dense(type), line: lineOf(name ?? each) }]
    }
    if (each.kind() !== 'spread_parameter') return []
    const declarator = each.children().find(isKind('variable_declarator'))
    const type = each.children().find((part) => part.isNamed() && part.kind() !== 'modifiers')
    const name = declarator?.field('name')
    return [
      { name: name?.text() ?? '', type: `${dense(withoutAnnotations(type ?? null))}...`, line: lineOf(name ?? each) },
    ]
  })
}

function importOf(node: SgNode) {
  return {
    name: qualified(node),
    isStatic: node.children().some(isKind('static')),
    isWildcard: node.children().some(isKind('asterisk')),
  }
}

function qualified(node: SgNode): string {
  const name = node.children().find((each) => ['scoped_identifier', 'identifier'].includes(String(each.kind())))
  return dense(name?.text() ?? '')
}

function modifiersOf(node: SgNode): readonly string[] {
  const modifiers = node.children().find(isKind('modifiers'))
  return (modifiers?.children() ?? [])
    .filter((each) => !isAnnotation(each) && !isComment(each))
    .map((each) => each.text())
}

function annotationsOf(node: SgNode): readonly SgNode[] {
  return (node.children().find(isKind('modifiers'))?.children() ?? []).filter(isAnnotation)
}

function annotationName(node: SgNode): string {
  return dense(node.field('name')?.text() ?? '')
}

function typeList(node: SgNode, kind: string): readonly string[] {
  const clause = node.children().find(isKind(kind))
  if (!clause) return []
  const list = clause.children().find(isKind('type_list')) ?? clause
  return list
    .children()
    .filter((each) => each.isNamed() && !isComment(each))
    .map((each) => dense(withoutAnnotations(each)))
}

function isAnnotation(node: SgNode): boolean {
  return node.kind() === 'annotation' || node.kind() === 'marker_annotation'
}

function isComment(node: SgNode): boolean {
  return node.kind() === 'line_comment' || node.kind() === 'block_comment'
}

function isKind(kind: string): (node: SgNode) => boolean {
  return (node) => node.kind() === kind
}

/** The text of a type with annotations and comments left out. */
function withoutAnnotations(node: SgNode | null): string {
  if (node === null || isAnnotation(node) || isComment(node)) return ''
  const children = node.children()
  return children.length === 0 ? node.text() : children.map(withoutAnnotations).join(' ')
}

/** Blanks are a matter of taste: the comparison does without them. */
function dense(text: string): string {
  return text.replace(/\s+/g, '')
}

function lineOf(node: SgNode): number {
  return node.range().start.line + 1
}
