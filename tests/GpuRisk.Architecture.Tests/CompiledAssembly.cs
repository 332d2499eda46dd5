using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GpuRisk.Architecture.Tests;

/// <summary>What a compiled assembly refers to, read from its metadata.</summary>
internal sealed record CompiledAssembly(string Name, string File, IReadOnlyList<string> References, IReadOnlyList<MemberUse> Uses)
{
    /// <summary>The product's assemblies, which lie beside the tests because the tests refer to every one.</summary>
    public static IReadOnlyList<CompiledAssembly> All { get; } =
        [.. ProjectFile.Product.Select(p => p.Name).Append("gpurisk").Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            .Where(System.IO.File.Exists).Select(Read)];

    /// <summary>Libraries: all but the programs.</summary>
    public static IEnumerable<CompiledAssembly> Libraries => All.Where(a => a.Name is not ("gpurisk" or "GpuRisk.Service"));

    private static CompiledAssembly Read(string file)
    {
        using var portable = new PEReader(System.IO.File.OpenRead(file));
        MetadataReader metadata = portable.GetMetadataReader();
        string[] references = [.. metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name))];
        return new CompiledAssembly(Path.GetFileNameWithoutExtension(file), file, references, [.. MemberUses(metadata)]);
    }

    private static IEnumerable<MemberUse> MemberUses(MetadataReader metadata)
    {
        var generics = new Dictionary<EntityHandle, List<string>>();
        for (int row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            MethodSpecification instance = metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row));
            if (!generics.TryGetValue(instance.Method, out List<string>? arguments))
                generics.Add(instance.Method, arguments = []);
            arguments.AddRange(instance.DecodeSignature(new TypeNames(), null));
        }
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.GetKind() != MemberReferenceKind.Method || member.Parent.Kind != HandleKind.TypeReference)
                continue;
            TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            ImmutableArray<string> parameters = member.DecodeMethodSignature(new TypeNames(), null).ParameterTypes;
            yield return new MemberUse(
                metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name), metadata.GetString(member.Name),
                [.. parameters, .. generics.GetValueOrDefault(handle, [])]);
        }
    }
}

/// <summary>A member of a foreign type that an assembly uses.</summary>
/// <param name="Types">Its parameters' types and its type arguments.</param>
internal sealed record MemberUse(string Type, string Member, IReadOnlyList<string> Types)
{
    public override string ToString() => $"{Type}.{Member}({string.Join(", ", Types)})";
}
