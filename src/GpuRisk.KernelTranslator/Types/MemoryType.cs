using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Types;

/// <summary>Device memory as a kernel sees it: Reals, Words, Table, Column, Stored.</summary>
internal sealed class MemoryType
{
    private MemoryType(string element, DeviceType value, bool isWritable)
    {
        Element = element;
        Value = value;
        IsWritable = isWritable;
    }

    /// <summary>The element in memory, as C writes it.</summary>
    public string Element { get; }

    /// <summary>What reading an element gives.</summary>
    public DeviceType Value { get; }

    public bool IsWritable { get; }

    /// <summary>Elements are narrower than their values.</summary>
    public bool IsNarrow => Element == "float";

    public static bool Is(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Reals" or "Words" or "Table" or "Column" or "Stored" } && LaneTypes.IsOfLanes(type);

    /// <summary>The memory of that type, or null where its elements cannot lie on a device.</summary>
    public static MemoryType? Of(INamedTypeSymbol type, TypeArguments arguments)
    {
        switch (type.Name)
        {
            case "Reals":
                return new MemoryType("double", DeviceType.Double, true);
            case "Words":
                return new MemoryType("uint", DeviceType.UInt, false);
            case "Stored":
                return arguments.Resolve(type.TypeArguments[2]).Name switch
                {
                    "Binary64" => new MemoryType("double", DeviceType.Double, true),
                    "Binary32" => new MemoryType("float", DeviceType.Double, true),
                    _ => null,
                };
            default:
                DeviceType? element = Primitive.Of(arguments.Resolve(type.TypeArguments[0]));
                return element is null || element == DeviceType.Bool ? null : new MemoryType(element.Name, element, type.Name == "Column");
        }
    }
}
