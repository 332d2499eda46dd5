namespace GpuRisk.KernelTranslator.Types;

/// <summary>The type of a value on a device.</summary>
internal sealed class DeviceType
{
    public static readonly DeviceType Void = new("void");
    public static readonly DeviceType Bool = new("bool");
    public static readonly DeviceType Int = new("int") { Bits = 32, IsSigned = true };
    public static readonly DeviceType UInt = new("uint") { Bits = 32 };
    public static readonly DeviceType Long = new("gr_long") { Bits = 64, IsSigned = true };
    public static readonly DeviceType ULong = new("gr_ulong") { Bits = 64 };
    public static readonly DeviceType Double = new("double");

    /// <summary>Stands for a type that was refused, so that translation goes on to the next error.</summary>
    public static readonly DeviceType Refused = new("int");

    private DeviceType(string name) => Name = name;

    /// <summary>As C writes it.</summary>
    public string Name { get; }

    /// <summary>Width of an integer; 0 of everything else.</summary>
    public int Bits { get; private set; }

    public bool IsSigned { get; private set; }

    public bool IsStruct { get; private set; }

    public bool IsInteger => Bits > 0;

    /// <summary>The ending of the prelude's functions for this integer: 32, 32u, 64, 64u.</summary>
    public string Suffix => Bits + (IsSigned ? "" : "u");

    public static DeviceType Struct(string name) => new(name) { IsStruct = true };
}
