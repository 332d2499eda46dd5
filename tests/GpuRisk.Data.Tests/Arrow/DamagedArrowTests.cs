using GpuRisk.Domain.Input;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Arrow;

/// <summary>Arrow files damaged at random places: the book is read or refused, and nothing else happens.</summary>
public sealed class DamagedArrowTests
{
    private const int Damages = 1_500;

    [Fact]
    public void A_damaged_book_is_read_or_refused_in_words()
    {
        using ArrowBook book = new();
        string[] files = [.. Directory.GetFiles(book.Path, "*.arrow").Order(StringComparer.Ordinal)];
        Dictionary<string, byte[]> sound = files.ToDictionary(file => file, File.ReadAllBytes);
        Random random = new(20260110);
        int refused = 0;
        for (int damage = 0; damage < Damages; damage++)
        {
            string file = files[random.Next(files.Length)];
            byte[] bytes = [.. sound[file]];
            if (random.Next(4) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            for (int wound = random.Next(1, 4); wound > 0 && bytes.Length > 0; wound--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(file, bytes);
            try
            {
                using Book read = book.Read();
            }
            catch (InvalidInputException refusal)
            {
                refused++;
                Assert.All(refusal.Problems, AssertSaid);
            }

            File.WriteAllBytes(file, sound[file]);
        }

        Assert.InRange(refused, Damages / 3, Damages - 1);
    }

    private static void AssertSaid(InputProblem problem)
    {
        Assert.InRange(problem.Line, 1, 30);
        Assert.InRange(problem.Column, 1, 30);
        Assert.Contains(';', problem.Message);
        Assert.DoesNotContain(problem.Message, char.IsControl);
    }
}
