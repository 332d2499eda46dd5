using System;
using System.Globalization;
using GpuRisk.KernelTranslator.Types;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>Constants, exactly.</summary>
internal static class Literals
{
    // From here on the bits say more than the number.
    private const ulong Large = 0x10000;

    /// <summary>The constant as C writes it, or null where its type does not exist on a device. A name is told in a comment.</summary>
    public static Code? Of(object? value, string? name)
    {
        string? text = value switch
        {
            bool b => b ? "true" : "false",
            int i => i == int.MinValue ? "(-2147483647 - 1)" : i.ToString(CultureInfo.InvariantCulture),
            uint u => (u < Large ? u.ToString(CultureInfo.InvariantCulture) : "0x" + u.ToString("X8", CultureInfo.InvariantCulture)) + "u",
            long l => l == long.MinValue ? "(-9223372036854775807L - 1L)" : l.ToString(CultureInfo.InvariantCulture) + "L",
            ulong u => (u < Large ? u.ToString(CultureInfo.InvariantCulture) : "0x" + u.ToString("X16", CultureInfo.InvariantCulture)) + "UL",
            double d => Real(d, ref name),
            _ => null,
        };
        if (text is null)
            return null;
        return Code.Literal(name is null ? text : text + " /* " + name + " */");
    }

    public static string Zero(DeviceType type) => type == DeviceType.Bool ? "false" : type == DeviceType.Double ? "0.0" : "0";

    private static string Real(double value, ref string? name)
    {
        if (double.IsNaN(value))
            return "gr_real(0x" + BitConverter.DoubleToInt64Bits(value).ToString("X16", CultureInfo.InvariantCulture) + "UL)";
        if (double.IsInfinity(value))
            return value > 0 ? "GR_INFINITY" : "-GR_INFINITY";
        if (IsPlain(value))
            return Plain(value);
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        name = name is null ? text : name + " = " + text;
        return Hexadecimal(value);
    }

    /// <summary>Integers, and multiples of 1/1024, of at most 15 digits: their decimal form is short and exact.</summary>
    private static bool IsPlain(double value) =>
        (Math.Abs(value) < 1e12 && value == Math.Floor(value)) || (Math.Abs(value) < 1e4 && value * 1024 == Math.Floor(value * 1024));

    private static string Plain(double value)
    {
        string digits = Math.Abs(value).ToString("0.0##########", CultureInfo.InvariantCulture);
        return BitConverter.DoubleToInt64Bits(value) < 0 ? "-" + digits : digits;
    }

    private static string Hexadecimal(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        string digits = (bits & 0xFFFFFFFFFFFFFL).ToString("x13", CultureInfo.InvariantCulture).TrimEnd('0');
        int power = exponent == 0 ? -1022 : exponent - 1023;
        return (bits < 0 ? "-" : "") + (exponent == 0 ? "0x0" : "0x1") + (digits.Length == 0 ? "" : "." + digits)
            + "p" + (power < 0 ? "" : "+") + power.ToString(CultureInfo.InvariantCulture);
    }
}
