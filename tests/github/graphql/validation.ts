import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import type { WireError } from './errors.ts'

export interface ValidQuery {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

export type Checked = { readonly ok: ValidQuery } | { readonly errors: readonly WireError[] }

/** Parses and validates, with GitHub's words for the commonest mistakes; remembers what it has seen. */
export function createValidator(schema: GraphQLSchema): (text: string, operationName?: string) => Checked {
  const seen = new Map<string, Checked>()
  return (text, operationName) => {
    const key = `${operationName ?? ''} ${text}`
    const known = seen.get(key)
    if (known) return known
    if (seen.size > 500) seen.clear()
    const checked = check(schema, text, operationName)
    seen.set(key, checked)
    return checked
  }
}

function check(schema: GraphQLSchema, text: string, operationName?: string): Checked {
  try {
    const document = parse(text)
    const errors = validate(schema, document)
    if (errors.length > 0) return { errors: errors.map(describe) }
    const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION)
    const operation = operations.find((o) => operationName === undefined || o.name?.value === operationName)
    if (!operation) return { errors: [{ message: `No operation named "${operationName ?? ''}"` }] }
    if (operation.operation !== 'query') return { errors: [{ message: 'Mutations are not served here' }] }
    return { ok: { document, operation } }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [describe(error)] }
    throw error
  }
}

interface Phrase {
  readonly pattern: RegExp
  readonly say: (groups: string[]) => { readonly message: string; readonly extensions: Record<string, unknown> }
}

const phrases: readonly Phrase[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    say: ([fieldName, typeName]) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    say: ([argumentName, , name]) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type .* is required/,
    say: ([name, argument]) => ({
      message: `Field '${name}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name, arguments: argument },
    }),
  },
  {
    pattern: /^Unknown fragment "(\w+)"/,
    say: ([name]) => ({
      message: `Fragment ${name} was used, but not defined`,
      extensions: { code: 'useAndDefineFragment', fragmentName: name },
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used/,
    say: ([name]) => ({
      message: `Variable $${name} is declared by query but not used`,
      extensions: { code: 'variableNotUsed', variableName: name },
    }),
  },
]

function describe(error: GraphQLError): WireError {
  const { message, locations } = error.toJSON()
  for (const { pattern, say } of phrases) {
    const match = pattern.exec(message)
    if (match) return { path: ['query'], ...say(match.slice(1)), ...(locations ? { locations } : {}) }
  }
  return { ...(locations ? { locations } : {}), message }
}
