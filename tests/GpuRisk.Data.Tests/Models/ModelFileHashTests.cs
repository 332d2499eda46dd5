using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GpuRisk.Data.Models;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests.Models;

/// <summary>What a model's file shows is what a run draws from: whoever edits it is told to calibrate again.</summary>
public sealed class ModelFileHashTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    /// <summary>Each edit leaves a file that is consistent in itself.</summary>
    [Theory]
    [InlineData("normal", "\"horizonDays\": 10", "\"horizonDays\": 5")]
    [InlineData("normal", "\"volatility\":0.3333333333333333", "\"volatility\":0.5")]
    [InlineData("normal", "\"name\": \"student-t-garch\"", "\"name\": \"gaussian-ewma\"")]
    [InlineData("normal", "\"model\": \"student-t-garch\"", "\"model\": \"gaussian-ewma\"")]
    [InlineData("normal", "\"volatility\": \"garch\"", "\"volatility\": \"ewma\"")]
    [InlineData("normal", "spot:BTC looks wrong", "spot:BTC looks right")]
    [InlineData("student", "\"degreesOfFreedom\": 4.2", "\"degreesOfFreedom\": 42")]
    [InlineData("bootstrap", "[0.5,2]", "[0.25,2]")]
    [InlineData("given", "[-0.5,0.8]", "[0.5,0.8]")]
    public void A_consistent_edit_is_refused_with_the_cure(string type, string sound, string edited)
    {
        string text = Written(type);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        File.WriteAllText(place.At("model.json"), text.Replace(sound, edited, StringComparison.Ordinal));

        InputProblem problem = Assert.Single(Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.At("model.json"))).Problems);

        string hash = text.Split('"')[^2];
        Assert.Equal($"the file is not as gpurisk calibrate wrote it; expected its SHA-256 {hash}; change the book's settings and calibrate again", problem.Message);
        Assert.Equal((text.Split('\n').Length - 2, 13), (problem.Line, problem.Column));
    }

    /// <summary>Every letter and digit in turn. A number in another spelling, 4E-324 for the least of all, is the same model.</summary>
    [Theory]
    [InlineData("path")]
    [InlineData("mixture")]
    public void A_file_with_one_character_changed_is_refused_or_says_the_same(string type)
    {
        string text = Written(type);
        int same = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
                continue;
            char other = char.IsAsciiDigit(text[at]) ? (char)('0' + ((text[at] - '0' + 1) % 10)) : text[at] == 'q' ? 'r' : 'q';
            File.WriteAllText(place.At("model.json"), string.Concat(text.AsSpan(0, at), [other], text.AsSpan(at + 1)));
            try
            {
                ModelFileWriter.Write(ModelFileReader.Read(place.At("model.json")), place.At("again.json"));
            }
            catch (InvalidInputException)
            {
                continue;
            }

            Assert.Equal(text, File.ReadAllText(place.At("again.json")));
            same++;
        }

        Assert.InRange(same, 0, 10);
    }

    [Fact]
    public void A_file_without_its_hash_is_refused()
    {
        string text = Written("normal");
        File.WriteAllText(place.At("model.json"), Bare(text));
        InputProblem problem = Assert.Single(Assert.Throws<InvalidInputException>(() => ModelFileReader.Read(place.At("model.json"))).Problems);
        Assert.Equal("member 'sha256' is missing; it is required", problem.Message);
    }

    [Fact]
    public void The_hash_is_that_of_the_file_without_it()
    {
        string text = Written("mixture");
        Assert.EndsWith($",\n  \"sha256\": \"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Bare(text))))}\"\n}}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_breaks_of_another_system_do_not_count()
    {
        string text = Written("given");
        File.WriteAllText(place.At("model.json"), text.Replace("\n", "\r\n", StringComparison.Ordinal));
        ModelFileWriter.Write(ModelFileReader.Read(place.At("model.json")), place.At("again.json"));
        Assert.Equal(text, File.ReadAllText(place.At("again.json")));
    }

    public void Dispose() => place.Dispose();

    private string Written(string type)
    {
        ModelFileWriter.Write(SmallModels.File(SmallModels.Of(type)), place.At("model.json"));
        return File.ReadAllText(place.At("model.json"));
    }

    private static string Bare(string text) => Regex.Replace(text, ",\n  \"sha256\": \"[0-9a-f]{64}\"\n}\n$", "\n}\n");
}
