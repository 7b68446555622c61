import { dirname } from 'node:path';
import ts from 'typescript';

/** The project's TypeScript: what the compiler knows of classes, their methods and their docstrings. */
export class Sources {
  readonly checker: ts.TypeChecker;
  private readonly classes = new Map<string, ts.ClassDeclaration>();
  private readonly interfaces = new Map<string, ts.InterfaceDeclaration>();

  constructor(tsconfig: string, files: readonly string[]) {
    const { config } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file)) as { config: unknown };
    const { options } = ts.parseJsonConfigFileContent({ ...(config as object), include: [], files }, ts.sys, dirname(tsconfig));
    const program = ts.createProgram({ rootNames: files, options: { ...options, noEmit: true, incremental: false } });
    this.checker = program.getTypeChecker();
    for (const file of program.getSourceFiles()) {
      if (file.isDeclarationFile) continue;
      file.forEachChild((node) => {
        if (ts.isClassDeclaration(node) && node.name) this.classes.set(node.name.text, node);
        if (ts.isInterfaceDeclaration(node)) this.interfaces.set(node.name.text, node);
      });
    }
  }

  /** The type that a method's promise brings. */
  answerOf(className: string, method: string): ts.Type {
    const declaration = this.methodOf(className, method);
    const signature = this.checker.getSignatureFromDeclaration(declaration);
    if (!signature) throw new Error(`${className}.${method} has no signature`);
    const returned = this.checker.getReturnTypeOfSignature(signature);
    return this.checker.getAwaitedType(returned) ?? returned;
  }

  /** The type of an interface of the project. */
  typeNamed(name: string): ts.Type {
    const found = this.interfaces.get(name);
    if (!found) throw new Error(`no interface ${name} among the sources`);
    return this.checker.getTypeAtLocation(found);
  }

  docOf(className: string, method?: string): string {
    const node = method === undefined ? this.classOf(className) : this.methodOf(className, method);
    const symbol = node.name && this.checker.getSymbolAtLocation(node.name);
    return symbol ? this.textOf(symbol) : '';
  }

  /** The docstrings of a class's fields, inherited ones too, and which of them may be null. */
  fieldsOf(className: string): Map<string, { doc: string; isNullable: boolean }> {
    const type = this.checker.getTypeAtLocation(this.classOf(className));
    return new Map(
      this.checker.getPropertiesOfType(type).map((field) => {
        const fieldType = this.checker.getTypeOfSymbol(field);
        const parts = fieldType.isUnion() ? fieldType.types : [fieldType];
        return [
          field.name,
          { doc: this.textOf(field), isNullable: parts.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0) },
        ];
      }),
    );
  }

  textOf(symbol: ts.Symbol): string {
    return ts
      .displayPartsToString(symbol.getDocumentationComment(this.checker))
      .replace(/\s*\n\s*/g, ' ')
      .trim();
  }

  private methodOf(className: string, method: string): ts.MethodDeclaration {
    const found = this.classOf(className).members.find(
      (member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && member.name.getText() === method,
    );
    if (!found) throw new Error(`${className}.${method} is no method that its class declares`);
    return found;
  }

  private classOf(name: string): ts.ClassDeclaration {
    const found = this.classes.get(name);
    if (!found) throw new Error(`no class ${name} among the sources`);
    return found;
  }
}
