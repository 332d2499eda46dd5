using System.Collections.Generic;
using System.Linq;
using System.Text;
using GpuRisk.KernelTranslator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Types;

/// <summary>The structs that kernels use, in order of dependency.</summary>
internal sealed class StructTable
{
    private readonly TranslationContext context;
    private readonly Dictionary<string, DeviceType?> structs = [];
    private readonly StringBuilder text = new();

    public StructTable(TranslationContext context) => this.context = context;

    public string Text => text.ToString();

    /// <summary>The struct on a device, or null where the type is none that a device could have.</summary>
    public DeviceType? Of(ITypeSymbol type, Location at)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsTupleType: false } named
            || MemoryType.Is(type) || named.DeclaringSyntaxReferences.Length == 0)
            return null;
        string key = named.OriginalDefinition.GetDocumentationCommentId() + "|" + TypeArguments.NameOf(named);
        if (!structs.TryGetValue(key, out DeviceType? result))
        {
            result = Write(named, context.Names.Of(key, Names.Global(TypeArguments.NameOf(named))), at);
            structs.Add(key, result);
        }
        return result;
    }

    public static IEnumerable<IFieldSymbol> Fields(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsConst);

    /// <summary>The function that makes one of its fields.</summary>
    public static string Maker(string name) => "gr_new_" + name;

    private DeviceType? Write(INamedTypeSymbol type, string name, Location at)
    {
        var fields = new List<(string Type, string Name, string Parameter)>();
        foreach (IFieldSymbol field in Fields(type))
        {
            if (field.AssociatedSymbol is not null)
            {
                context.Refuse(Rules.Type, field.AssociatedSymbol.Locations[0], type.ToDisplayString(), "make its properties fields");
                return DeviceType.Refused;
            }
            DeviceType? value = Primitive.Of(field.Type) ?? LaneTypes.Of(field.Type) ?? Of(field.Type, at);
            if (value is null)
            {
                context.HasForeignErrors |= field.Type.TypeKind == TypeKind.Error;
                if (field.Type.TypeKind != TypeKind.Error)
                    context.Refuse(Rules.Type, field.Locations[0], field.Type.ToDisplayString(), TypeAdvice.For(field.Type));
                return DeviceType.Refused;
            }
            fields.Add((value.Name, Names.Field(field.Name), Names.Variable(field.Name)));
        }
        if (fields.Count == 0)
            return null;
        text.Append("typedef struct ").Append(name).Append("\n{\n");
        foreach ((string fieldType, string fieldName, _) in fields)
            text.Append("    ").Append(fieldType).Append(' ').Append(fieldName).Append(";\n");
        text.Append("} ").Append(name).Append(";\n\n");
        text.Append("GR_FUNCTION ").Append(name).Append(' ').Append(Maker(name)).Append('(')
            .Append(string.Join(", ", fields.Select(f => f.Type + " " + f.Parameter))).Append(")\n{\n    ").Append(name).Append(" gr_value;\n");
        foreach ((_, string fieldName, string parameter) in fields)
            text.Append("    gr_value.").Append(fieldName).Append(" = ").Append(parameter).Append(";\n");
        text.Append("    return gr_value;\n}\n\n");
        return DeviceType.Struct(name);
    }
}
