using System.Globalization;
using System.Text;
using System.Text.Json;
using GpuRisk.Data.Json;

namespace GpuRisk.Data.Models;

/// <summary>Rows of numbers in JSON, each in one line of the file: a matrix that people can read.</summary>
internal static class NumberRows
{
    /// <summary>Writes an item of the current array in a line of its own.</summary>
    public static void WriteRow(Utf8JsonWriter json, ReadOnlySpan<double> numbers) => WriteRow(json, "", numbers, "");

    /// <summary>The same, as an object: a text member and the numbers.</summary>
    public static void WriteRow(Utf8JsonWriter json, string labelName, string? label, string numbersName, ReadOnlySpan<double> numbers)
    {
        string text = label is null ? "" : $"\"{labelName}\":\"{JsonEncodedText.Encode(label)}\",";
        WriteRow(json, $"{{{text}\"{numbersName}\":", numbers, "}");
    }

    /// <summary>The numbers of an array of as many as expected; null where it is none, which is then reported.</summary>
    public static double[]? Read(JsonObjectReader json, string name, JsonPlaced row, int count)
    {
        if (row.Sort != JsonSort.Array || row.Items.Count != count)
        {
            string found = row.Sort == JsonSort.Array ? string.Create(CultureInfo.InvariantCulture, $"a row of {row.Items.Count} numbers") : row.SortName;
            json.ReportAt(row, string.Create(CultureInfo.InvariantCulture, $"{name} has {found}; an array of {count} numbers is expected"));
            return null;
        }

        double[] numbers = new double[count];
        bool sound = true;
        for (int i = 0; i < count; i++)
        {
            if (JsonObjectReader.TryNumber(row.Items[i], out numbers[i]))
                continue;
            json.Report(name, row.Items[i], "a finite number");
            sound = false;
        }

        return sound ? numbers : null;
    }

    private static void WriteRow(Utf8JsonWriter json, string before, ReadOnlySpan<double> numbers, string after)
    {
        StringBuilder text = new();
        text.Append(before).Append('[');
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
                throw new ArgumentException($"The number {numbers[i]} cannot be written; a finite one is expected.", nameof(numbers));
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{numbers[i]:R}");
        }

        JsonLine.WriteText(json, text.Append(']').Append(after).ToString());
    }
}
