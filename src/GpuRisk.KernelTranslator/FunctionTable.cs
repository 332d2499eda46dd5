using System.Collections.Generic;
using System.Linq;
using System.Text;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Statements;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>The functions that kernels call, each once for its type arguments, in order of dependency.</summary>
internal sealed class FunctionTable
{
    private readonly TranslationContext context;
    private readonly Dictionary<string, TranslatedFunction?> functions = [];
    private readonly StringBuilder text = new();

    public FunctionTable(TranslationContext context) => this.context = context;

    public string Text => text.ToString();

    /// <summary>The function that stands for the method with the caller's types, translated at its first call; null where it cannot be.</summary>
    public TranslatedFunction? Of(IMethodSymbol method, TypeArguments caller, SyntaxNode at)
    {
        IMethodSymbol definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        TypeArguments types = caller.For(method);
        string[] arguments = [.. types.Names(definition)];
        string key = definition.GetDocumentationCommentId() + "|" + string.Join("|", arguments);
        if (functions.TryGetValue(key, out TranslatedFunction? known))
        {
            if (known is null)
                context.Refuse(Rules.Recursion, at.GetLocation(), CSharpName(definition));
            return known;
        }
        functions.Add(key, null);
        TranslatedFunction function = Translate(definition, types, context.Names.Of(key, NameOf(definition, arguments)), arguments);
        functions[key] = function;
        text.Append(function.Text);
        return function;
    }

    private TranslatedFunction Translate(IMethodSymbol method, TypeArguments types, string name, string[] arguments)
    {
        FunctionBody body = FunctionBody.Of(context, method, types);
        string parameters = string.Join(", ", method.Parameters.Select(p => ParameterText.OfFunction(p, body.Scope)));
        SyntaxNode at = method.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation);
        string comment = "/* " + CSharpName(method) + string.Concat(arguments.Select(a => ", " + a)) + " */\n";
        string head = "GR_FUNCTION " + body.Scope.TypeOf(method.ReturnType, at).Name + " " + name + "(" + (parameters.Length == 0 ? "void" : parameters) + ")";
        bool hasEffects = body.Scope.Written.Count > 0 || method.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out);
        return new TranslatedFunction(name, comment + LineWidth.Fold(head) + "\n{\n" + body.Text + "}\n\n", body.Scope.Written, hasEffects);
    }

    private static string CSharpName(IMethodSymbol method) => method.ContainingType.Name + "." + ShortName(method);

    // An explicit implementation is named after its interface, too.
    private static string ShortName(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    /// <summary>Type_Method, with the types of the parameters where the method is overloaded, and the type arguments.</summary>
    private static string NameOf(IMethodSymbol method, string[] arguments)
    {
        bool isOverloaded = method.ContainingType.GetMembers(method.Name).Length > 1;
        IEnumerable<string> parts = [method.ContainingType.Name, ShortName(method)];
        if (isOverloaded)
            parts = parts.Concat(method.Parameters.Select(p => LaneTypes.Of(p.Type) is null ? p.Type.Name : p.Type.Name.ToLowerInvariant()));
        return Names.Global(string.Join("_", parts.Concat(arguments)));
    }
}
