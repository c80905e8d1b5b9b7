# Numbers instead of q1 to q4 as keys. [0 points]
answers = {1: "b", 2: "c", 3: "c", 4: "b"}
